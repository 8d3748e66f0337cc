using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Web.Http;

namespace Voltloop.Web.Preservation;

/// <summary>Role, lag and promotion of the node over HTTP, and its witnessed checkpoint.</summary>
public static class PreservationEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapPreservation(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Preservation").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict).DisableAntiforgery();
        api.MapGet("/preservation", (PreservationDesk desk) => TypedResults.Json(desk.Status(), JsonOutput.Compact)).WithName("GetPreservation")
            .WithSummary("Role of the node, its log, and for whoever runs it or follows it: lag in seconds and entries, back-ups, witnesses.");
        api.MapPost("/preservation/promotion", PromoteAsync).WithName("PromoteBackup")
            .WithSummary("Makes a back-up take writes: it goes on with the log under its own name and key.");
        api.MapPost("/preservation/opening", OpenAsync).WithName("OpenBackup").WithSummary("Opens a back-up to everybody, because the operator is gone; rights per element stay.");
        api.MapDelete("/preservation/opening", CloseAsync).WithName("CloseBackup").WithSummary("Puts a back-up on standby again.");
        api.MapPost("/preservation/cessation", CeaseAsync).WithName("StateCessation").WithSummary("States from when on the operator no longer acts; back-ups open then.");
        api.MapPost("/preservation/primary", FollowAsync).WithName("FollowPrimary").WithSummary("Makes this node a back-up of another one whose record contains its own.");
        api.MapPost("/preservation/resumption", ResumeAsync).WithName("ResumeFollowing").WithSummary("Goes on following after the problem that stopped it was looked into.");
        api.MapDelete("/preservation/followers/{name}", ForgetAsync).WithName("ForgetFollower").WithSummary("Forgets a back-up that will not come back.");
        api.MapGet("/log/witnessed", Witnessed).WithName("GetWitnessedCheckpoint")
            .WithSummary("The newest checkpoint of the log with the cosignatures of its witnesses.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
    }

    private static async Task<NoContent> PromoteAsync(ReasonBody body, PreservationDesk desk, CancellationToken cancellation)
    {
        await desk.PromoteAsync(body.Because, body.Force, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> OpenAsync(ReasonBody body, PreservationDesk desk)
    {
        await desk.OpenAsync(body.Because);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> CloseAsync(PreservationDesk desk)
    {
        await desk.CloseAsync();
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> CeaseAsync(CessationBody body, PreservationDesk desk, CancellationToken cancellation)
    {
        await desk.CeaseAsync(body.From, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> FollowAsync(FollowBody body, IFollowDesk desk, CancellationToken cancellation)
    {
        await desk.FollowAsync(body, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ResumeAsync(PreservationDesk desk)
    {
        await desk.ResumeAsync();
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ForgetAsync(string name, PreservationDesk desk)
    {
        await desk.ForgetAsync(name);
        return TypedResults.NoContent();
    }

    private static ContentHttpResult Witnessed(ICosignatures cosigned) => TypedResults.Text(
        cosigned.WitnessedNote() ?? throw new ProblemException(CommonProblems.NotFound, "No witness has cosigned this log yet."), "text/plain; charset=utf-8");
}
