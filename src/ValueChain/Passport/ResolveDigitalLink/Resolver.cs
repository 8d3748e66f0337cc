using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.RenderCarrier;
using Voltloop.Passport.Web;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ResolveDigitalLink;

/// <summary>
/// Answers at the address that a data carrier holds, after the GS1-Conformant Resolver standard 1.2 (compressed links
/// excepted): the page for people, the link set or a redirection for programs.
/// </summary>
internal sealed class Resolver(IRecordReader record, PassportReader passports, CarrierRenderer carriers, LanguageCatalog languages)
{
    private const string StatusTerm = "passportStatus";
    private const string Ceased = "ceased";

    private readonly ResolverLinks _links = new(languages);

    /// <summary>Answers a GET or HEAD request.</summary>
    public async Task<IResult> ResolveAsync(HttpContext http)
    {
        var id = ResolverRequest.Read(http);
        var thing = await FindAsync(id, http.RequestAborted);
        var view = await passports.ReadAsync(id, AsOf.Latest, AudiencePolicy.Public, http.RequestAborted);
        RefuseCeased(view);
        var choice = new LinkChoice(http.Request);
        Describe(http, thing);
        if (choice.WantsLinkset) return await LinksetAsync(http, thing);
        if (choice.WantsPage) return Page(http, view);
        var link = choice.Pick(_links.Of(id, Root(http)), languages.Choose(http.Request).Code);
        return Results.Redirect(ResolverRequest.PassOn(http.Request, link.Href), permanent: false, preserveMethod: true);
    }

    /// <summary>Base under which things of this server resolve.</summary>
    public string Root(HttpContext http) => carriers.Base(http).AbsoluteUri.TrimEnd('/');

    private async Task<Thing> FindAsync(ThingId id, CancellationToken cancellation) => await record.FindThingAsync(id, cancellation)
        ?? throw new ProblemException(CommonProblems.NotFound, $"There is no \"{id}\" in the record.");

    private static void RefuseCeased(PassportView view)
    {
        if (!string.Equals(view.Find(StatusTerm)?.Recorded.Statement.Value.AsText(), Ceased, StringComparison.OrdinalIgnoreCase)) return;
        throw new ProblemException(PassportProblems.Ceased, $"The passport of {view.Thing.Id} has ceased to exist (Article 77(8)).");
    }

    private void Describe(HttpContext http, Thing thing)
    {
        var here = Root(http) + CarrierLink.PagePath(thing.Id);
        var headers = http.Response.Headers;
        headers.Vary = "Accept, Accept-Language";
        headers.Append("Link", $"<{here}?linkType=linkset>; rel=\"linkset\"; type=\"{Linkset.MediaType}\"");
        if (Uri.IsWellFormedUriString(thing.Id.Value, UriKind.Absolute)) headers.Append("Link", $"<{thing.Id.Value}>; rel=\"owl:sameAs\"");
    }

    private async Task<IResult> LinksetAsync(HttpContext http, Thing thing)
    {
        var root = Root(http);
        var contexts = new List<(Thing, string, IReadOnlyList<ResolverLink>)> { (thing, root + CarrierLink.PagePath(thing.Id), _links.Of(thing.Id, root)) };
        if (thing.Model is { } id && await record.FindThingAsync(id, http.RequestAborted) is { } model)
            contexts.Add((model, root + CarrierLink.PagePath(id), _links.Of(id, root)));
        http.Response.Headers.Append("Link", "<https://ref.gs1.org/standards/resolver/linkset-context>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\"");
        await EtaggedBytes.WriteAsync(http, Linkset.Of(contexts), Linkset.MediaType);
        return Results.Empty;
    }

    private RazorComponentResult<PublicPassport> Page(HttpContext http, PassportView view)
    {
        var language = languages.Choose(http.Request);
        http.Response.Headers.ContentLanguage = language.Code;
        return new RazorComponentResult<PublicPassport>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PublicPassport.View)] = view,
            [nameof(PublicPassport.Link)] = carriers.Link(http, view.Thing.Id).AbsoluteUri,
            [nameof(PublicPassport.Reader)] = language,
        });
    }
}
