using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.QueryEvents;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>The capture interface of EPCIS 2.0.</summary>
internal static class CaptureEndpoints
{
    private const int MaxJobs = 1000;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder epcis)
    {
        epcis.MapPost("/capture", CaptureAsync).WithName("CaptureEvents")
            .WithSummary("Captures a document of events, JSON-LD or XML (EPCIS 1.1 to 2.0). When it is answered, the events are durable.")
            .WithDescription("GS1-Capture-Error-Behaviour: rollback (all or none, the default) or proceed (the good ones). Events that are there already are left as they are.")
            .Produces<CaptureJobResource>(StatusCodes.Status202Accepted);
        epcis.MapPost("/events", CaptureOneAsync).WithName("CaptureEvent")
            .WithSummary("Captures one event, JSON-LD.").Produces<CaptureJobResource>(StatusCodes.Status201Created);
        epcis.MapGet("/capture", Jobs).WithName("ListCaptureJobs").WithSummary("Capture jobs, newest first.");
        epcis.MapGet("/capture/{captureID}", JobAsync).WithName("GetCaptureJob").WithSummary("What became of one capture: its problems and warnings with their places. Warnings that later events have settled say so.");
    }

    private static async Task<IResult> CaptureAsync(HttpContext http, CaptureDesk desk, CancellationToken cancellation)
    {
        var request = new CaptureRequest(await BodyAsync(http, desk, cancellation), RollsBack(http));
        var result = await desk.CaptureAsync(request, cancellation);
        RefuseFailed(result.Job);
        var resource = CaptureJobResource.Of(result.Job);
        http.Response.Headers["GS1-Capture-Error-Behaviour"] = resource.CaptureErrorBehaviour;
        return TypedResults.Accepted($"{EpcisRoutes.Base(http)}/capture/{result.Job.Id}", resource);
    }

    private static async Task<IResult> CaptureOneAsync(HttpContext http, CaptureDesk desk, CancellationToken cancellation)
    {
        var result = await desk.CaptureAsync(new CaptureRequest(await BodyAsync(http, desk, cancellation)) { SingleEvent = true }, cancellation);
        RefuseFailed(result.Job);
        return TypedResults.Created($"{EpcisRoutes.Base(http)}/events/{Uri.EscapeDataString(result.Identities[0])}", CaptureJobResource.Of(result.Job));
    }

    private static void RefuseFailed(CaptureJob job)
    {
        if (CaptureRefusal.Of(job) is { } problem) throw new ProblemException(problem);
    }

    private static bool RollsBack(HttpContext http) => http.Request.Headers["GS1-Capture-Error-Behaviour"].ToString() switch
    {
        "" or "rollback" => true,
        "proceed" => false,
        var other => throw new ProblemException(CommonProblems.BadRequest, $"\"{other}\" is no error behaviour.", "GS1-Capture-Error-Behaviour", "Use rollback or proceed."),
    };

    private static async Task<byte[]> BodyAsync(HttpContext http, CaptureDesk desk, CancellationToken cancellation)
    {
        desk.CheckSize(http.Request.ContentLength ?? 0);
        using var bytes = new MemoryStream((int)(http.Request.ContentLength ?? 16_384));
        var buffer = new byte[65_536];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            desk.CheckSize(bytes.Length);
        }

        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }

    private static IResult Jobs(HttpContext http, IEventLedger ledger, ActorWork work)
    {
        var limit = int.TryParse(http.Request.Query["perPage"], CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MaxJobs) : 30;
        var jobs = ledger.Jobs(Scope(work), http.Request.Query["nextPageToken"], limit + 1);
        if (jobs.Count > limit) EpcisRoutes.AddNext(http, jobs[limit - 1].Id);
        return TypedResults.Json(jobs.Take(limit).Select(CaptureJobResource.Of).ToList(), FindingJson.Options);
    }

    private static async Task<IResult> JobAsync(IEventLedger ledger, ActorWork work, OpenFindings open, string captureID, CancellationToken cancellation)
    {
        var job = ledger.FindJob(captureID);
        return job is not null && (Scope(work) is not { } issuer || issuer == job.Issuer)
            ? TypedResults.Json(await open.SettleAsync(CaptureJobResource.Of(job), cancellation), FindingJson.Options)
            : throw new ProblemException(CommonProblems.NotFound, $"There is no capture job {captureID.ToString(CultureInfo.InvariantCulture)}.");
    }

    // The keeper sees all jobs, everybody else their own; nobody has none.
    private static string? Scope(ActorWork work) => work.Actor.IsKeeper ? null : work.Actor.Operator?.Value ?? "";
}
