using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Web.Api;

/// <summary>The Merkle log for everybody: checkpoint, tiles (c2sp.org/tlog-tiles), proofs, and the node's keys.</summary>
public static class LogEndpoints
{
    private const string Unchanging = "public, max-age=31536000, immutable";

    /// <summary>Maps the routes.</summary>
    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Log");
        api.MapGet("/log/checkpoint", CheckpointAsync).WithName("GetCheckpoint")
            .WithSummary("The signed state of the log (c2sp.org/tlog-checkpoint): origin, number of assertions, root.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
        api.MapGet("/log/tile/{**path}", TileAsync).WithName("GetTile")
            .WithSummary("A tile of the log or a bundle of its entries (c2sp.org/tlog-tiles), for example tile/0/000.p/7 or tile/entries/000.p/7.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream");
        api.MapGet("/log/proof", Prove).WithName("GetInclusionProof")
            .WithSummary("Proof that an assertion, and one of its statements, is in the log.")
            .WithDescription("assertion from 1; ordinal from 0. Hashes are salted: those of values that a reader may not see betray nothing.");
        api.MapGet("/log/consistency", Compare).WithName("GetConsistencyProof")
            .WithSummary("Proof that the log of 'to' assertions contains that of 'from' assertions unchanged.");
        api.MapGet("/log/keys", (IRecordLog log) => Etagged.Json<IReadOnlyList<string>>([.. log.Keys.LogKeys.Select(key => key.ToString())])).WithName("GetLogKeys")
            .WithSummary("The keys of the log as verifiers of signed notes (c2sp.org/signed-note).");
        routes.MapGet("/.well-known/did.json", DidAsync).WithTags("Log").WithName("GetDidDocument")
            .WithSummary("The node's did:web document: keys with the time in which they sign.")
            .Produces<string>(StatusCodes.Status200OK, "application/did+json").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task CheckpointAsync(HttpContext http, IRecordLog log) =>
        EtaggedBytes.WriteAsync(http, Encoding.UTF8.GetBytes(log.Checkpoint().ToString()), "text/plain; charset=utf-8");

    private static async Task TileAsync(HttpContext http, IRecordLog log, string path)
    {
        var content = log.Tile(TileAddress.Parse("tile/" + path));
        http.Response.Headers.CacheControl = Unchanging;
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    private static EtaggedJson<LogProofResource> Prove(IRecordLog log, long assertion, int? ordinal)
    {
        var (prover, note) = LogProver.Newest(log);
        var (entry, proof) = prover.Assertion(assertion);
        var shown = new LogProofResource(note.ToString(), Convert.ToBase64String(entry.ToBytes()), entry.Index, Texts(proof.Path), null);
        return Etagged.Json(ordinal is { } place ? shown with { Statement = StatementOf(prover, assertion, place) } : shown);
    }

    // Without salts, the hashes of old statements could be guessed by whoever may not see them.
    private static StatementProofResource StatementOf(LogProver prover, long assertion, int ordinal)
    {
        var (leaf, salt, proof) = prover.Statement(assertion, ordinal);
        return salt.Length == 0
            ? throw new ProblemException(CommonProblems.NotFound, $"Assertion {assertion} was written before statements had salts; only the whole assertion is proven publicly.")
            : new StatementProofResource(Convert.ToBase64String(leaf), ordinal, proof.Within.Size, Texts(proof.Path));
    }

    private static EtaggedJson<LogConsistencyResource> Compare(IRecordLog log, long from, long? to)
    {
        var size = to ?? (long)log.Size;
        if (from < 1 || size < from || (ulong)size > log.Size)
        {
            throw new ProblemException(CommonProblems.BadRequest, $"The log has {log.Size} assertions; 1 <= from <= to <= {log.Size} is needed.");
        }

        return Etagged.Json(new LogConsistencyResource(from, size, Texts(new LogProver(log, (ulong)size).Since((ulong)from).Path)));
    }

    private static Task DidAsync(HttpContext http, IRecordLog log)
    {
        JsonObject document = DidDocumentJson.Write(log.Keys.Document);
        INodeService[] services = [.. http.RequestServices.GetServices<INodeService>()];
        if (services.Length > 0) document["service"] = new JsonArray([.. services.Select(service => Describe(http, log.Keys.Document.Id, service))]);
        return EtaggedBytes.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(document, JsonOutput.Compact), "application/did+json");
    }

    // The address is that of the DID and never that of the request, which a stranger chooses; on loopback there may be no TLS.
    private static JsonObject Describe(HttpContext http, string did, INodeService service)
    {
        var address = DidWeb.ToUrl(did);
        var scheme = address.IsLoopback ? http.Request.Scheme : Uri.UriSchemeHttps;
        return new JsonObject { ["id"] = $"{did}#{service.Key}", ["type"] = service.Type, ["serviceEndpoint"] = $"{scheme}://{address.Authority}{service.Path}" };
    }

    private static IReadOnlyList<string> Texts(IEnumerable<byte[]> hashes) => [.. hashes.Select(Convert.ToBase64String)];
}
