using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.HashEvents;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.VerifyEvents;

/// <summary>Proof of an event, checking one, and hashes of any document.</summary>
internal static class VerifyEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder epcis)
    {
        epcis.MapGet("/events/{eventID}/proof", ProveAsync).WithName("ProveEvent")
            .WithSummary("The proof that the log holds an event: event, salt, both paths, signed checkpoint.").Produces<EventProof>();
        epcis.MapPost("/events/verify", VerifyAsync).WithName("VerifyEvent").WithMetadata(OpenTo.Anyone)
            .WithSummary("Checks the proof of an event against this node's keys.").Produces<EventProofReport>();
        epcis.MapPost("/hash", HashAsync).WithName("HashEvents").WithMetadata(OpenTo.Anyone)
            .WithSummary("Event hashes (CBV 2.0 and 2.1) of every event of a document, with the string they are made over.").Produces<IReadOnlyList<HashedEvent>>();
    }

    private static async Task<IResult> ProveAsync(HttpContext http, EventProver prover, string eventID) =>
        TypedResults.Json(await prover.ProveAsync(RawPath.Segment(http, nameof(eventID)), http.RequestAborted), FindingJson.Options);

    private static async Task<IResult> VerifyAsync(HttpContext http, IRecordLog log) =>
        TypedResults.Json(new EventProofCheck(log.Keys.LogKeys).Check(await BodyAsync(http, EventProofCheck.MaxBytes)), FindingJson.Options);

    private static async Task<IResult> HashAsync(HttpContext http, CaptureDesk desk) =>
        TypedResults.Json(EventHasher.Hash(await BodyAsync(http, desk.Limits.MaxBytes), desk.Limits.MaxEvents), FindingJson.Options);

    private static async Task<byte[]> BodyAsync(HttpContext http, int most)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[65_536];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most) throw new ProblemException(CommonProblems.LimitExceeded, $"The body has more than {most} bytes.");
        }

        return bytes.ToArray();
    }
}
