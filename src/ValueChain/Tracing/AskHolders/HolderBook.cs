using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Looks other nodes up: fetches their did:web documents and keeps them for a while.</summary>
/// <param name="http">Fetches.</param>
/// <param name="clock">Clock.</param>
internal sealed class HolderBook(GuardedHttp http, TimeProvider clock)
{
    /// <summary>Type of the service that takes questions.</summary>
    public const string ServiceType = "VoltloopChain";

    /// <summary>Largest DID document, in bytes.</summary>
    public const int MaxDocument = 256 * 1024;

    private const int MaxKept = 10_000;
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(5);

    // A key that is not in the document may be new; asking for it again at once would let a stranger make us ask for ever.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (KnownHolder Holder, DateTimeOffset At)> _kept = new(StringComparer.Ordinal);

    /// <summary>A node that must have a key.</summary>
    /// <param name="did">Its identifier.</param>
    /// <param name="keyId">A key; <c>null</c> for any.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ProblemException">No did:web, not reachable, or not a DID document of it.</exception>
    public async Task<KnownHolder> ReadAsync(string did, string? keyId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGetValue(did, out var kept) && now - kept.At < Good && (keyId is null || kept.Holder.Document.Find(keyId) is not null || now - kept.At < Pause)) return kept.Holder;
        var holder = await FetchAsync(did, cancellation);
        if (_kept.Count >= MaxKept) _kept.Clear();
        _kept[did] = (holder, now);
        return holder;
    }

    private async Task<KnownHolder> FetchAsync(string did, CancellationToken cancellation)
    {
        var url = http.Reach(DidWeb.ToUrl(did));
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var (status, body) = await http.SendAsync(request, MaxDocument, cancellation);
        if (status != HttpStatusCode.OK) throw new ProblemException(TracingProblems.HolderUnreachable, $"{url} answers {(int)status}, and no DID document.");
        var document = DidDocumentJson.Read(body);
        return document.Id == did ? new KnownHolder(document, Endpoint(body, url)) : throw new ProblemException(ProofProblems.WrongIssuer, $"The document at {url} is of {document.Id}, not of {did}.");
    }

    // Whoever owns the name answers under it: a document must not send us elsewhere.
    private static Uri? Endpoint(byte[] body, Uri at)
    {
        using var json = JsonDocument.Parse(body);
        if (!json.RootElement.TryGetProperty("service", out var services) || services.ValueKind != JsonValueKind.Array) return null;
        return services.EnumerateArray().Where(service => Text(service, "type") == ServiceType).Select(service => Text(service, "serviceEndpoint"))
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null)
            .FirstOrDefault(url => url is not null && url.Scheme == at.Scheme && url.Authority == at.Authority && url.UserInfo.Length == 0);
    }
}
