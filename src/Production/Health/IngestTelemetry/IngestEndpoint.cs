using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Policies;
using Voltloop.Web.Http;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Telemetry over HTTP.</summary>
internal static class IngestEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Telemetry")
        .MapPost("/telemetry", TakeAsync)
        .WithName("SendTelemetry")
        .WithSummary("Takes messages of field telemetry: durable when answered, and the same message again changes nothing.")
        .WithDescription("JSON or the short form (text/csv), gzip or not; docs/how-to/take-telemetry-in.md has both. Each message gets its own answer: taken, duplicate or refused with the name of the problem. "
            + "Samples may come up to 48 h after newer ones. Send again whatever was not answered.")
        .Accepts<byte[]>("application/json", "text/csv", "application/gzip", "application/octet-stream")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .WithMetadata(new RequestSizeLimitAttribute(TelemetryLimits.MaxBodyBytes + 1))
        .DisableAntiforgery();

    private static async Task<Ok<TelemetryReply>> TakeAsync(HttpContext http, TelemetryDesk desk, ActorRecordReader reader, ActorRecordWriter writer)
    {
        if (http.Request.ContentLength > TelemetryLimits.MaxBodyBytes)
        {
            throw TelemetryReader.TooMany("bytes in a body", nameof(TelemetryLimits.MaxBodyBytes), TelemetryLimits.MaxBodyBytes);
        }

        var body = await TelemetryReader.ReadBodyAsync(http.Request.Body, http.RequestAborted);
        var messages = desk.Read(body);
        // What was begun is finished: a sender that goes away sends again, and finds its message taken.
        return TypedResults.Ok(TelemetryReply.Of(await desk.TakeAsync(messages, new TelemetryCaller(reader, writer, writer), CancellationToken.None)));
    }
}
