using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.ResolveDigitalLink;

/// <summary>What a request wants of a thing, from <c>linkType</c> and <c>Accept</c>.</summary>
internal sealed class LinkChoice(HttpRequest request)
{
    private const string Page = "text/html";
    private const string Json = "application/json";

    private static readonly string[] Sets = ["linkset", "all"];

    private readonly string? _type = request.Query["linkType"].FirstOrDefault() is { Length: > 0 } asked ? ResolverLink.Name(asked) : null;
    private readonly IReadOnlyList<string> _accepted = Accepted(request);

    /// <summary>True when the request asks for the link set.</summary>
    public bool WantsLinkset => _type is not null && Sets.Contains(_type, StringComparer.Ordinal) || First(Page, Json, Linkset.MediaType) == Linkset.MediaType;

    /// <summary>True when the request asks for the page of the thing itself.</summary>
    public bool WantsPage => IsDefault && First(Page, Json) != Json;

    private bool IsDefault => _type is null or ResolverLink.Default;

    /// <summary>The link to send the client to.</summary>
    /// <param name="links">Links of the thing.</param>
    /// <param name="language">Language of the reader.</param>
    /// <exception cref="ProblemException"><see cref="CommonProblems.NotFound"/> when the thing has no link of the type.</exception>
    public ResolverLink Pick(IReadOnlyList<ResolverLink> links, string language)
    {
        var type = IsDefault ? "dpp" : _type!;
        var fitting = links.Where(link => string.Equals(link.Type, type, StringComparison.Ordinal)).ToList();
        if (fitting.Count == 0)
        {
            throw new ProblemException(
                CommonProblems.NotFound, $"There is no link of the type \"{request.Query["linkType"]}\".", "linkType", $"Ask for {string.Join(", ", ResolverLinks.Types)}, or for linkset to see all links.");
        }

        var media = First([.. fitting.Select(link => link.MediaType).Distinct(StringComparer.Ordinal)]);
        var ofMedia = fitting.Where(link => string.Equals(link.MediaType, media, StringComparison.Ordinal)).ToList();
        return ofMedia.Find(link => string.Equals(link.Language, language, StringComparison.Ordinal)) ?? ofMedia.FirstOrDefault() ?? fitting[0];
    }

    // The offer that the client likes best; the first offer when it likes none or all alike.
    private string First(params string[] offers) =>
        _accepted.Select(accepted => Array.Find(offers, offer => accepted == "*/*" || string.Equals(accepted, offer, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(offer => offer is not null) ?? offers[0];

    private static List<string> Accepted(HttpRequest request) => MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var list)
        ? [.. list.Where(value => value.Quality is not 0).OrderByDescending(value => value.Quality ?? 1).Select(value => value.MediaType.Value ?? "*/*")]
        : [];
}
