using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Grading;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Grading over HTTP.</summary>
internal static class GradingEndpoint
{
    /// <summary>Largest table, in bytes.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapTable(routes);
        routes.MapApi("Health").MapPost("/things/{id}/grading", GradeRecordedAsync).WithName("GradeBattery")
            .WithSummary("Grades a returned battery on the state of health in its record and states the grading there.")
            .WithDescription("visual and history are pass or fail; manufactured is a day, insulation in Ohm per volt, selfDischarge in % a month; limits and costs as for tables. What is not given counts as missing evidence.");
        routes.MapPost("/health/grade", (Delegate)FormAsync).ExcludeFromDescription();
    }

    private static async Task<Ok<GradedCell>> GradeRecordedAsync(HttpContext http, RouteThingId thing, [AsParameters] ChecksRequest checks, [AsParameters] GradingRequest request)
    {
        var grader = http.RequestServices.GetRequiredService<RecordGrader>();
        return TypedResults.Ok(await grader.GradeAsync(thing.Id, (checks.Read(), request.ReadPolicy()), ImportRequest.IssuerOf(RequestActors.Of(http).Actor), http.RequestAborted));
    }

    private static async Task<RedirectHttpResult> FormAsync(HttpContext http, [FromForm] string id, [FromForm] ChecksRequest checks, RecordGrader grader)
    {
        var thing = ThingId.Parse(id);
        await grader.GradeAsync(thing, (checks.Read(), new GradingPolicy()), ImportRequest.IssuerOf(RequestActors.Of(http).Actor), http.RequestAborted);
        return TypedResults.LocalRedirect($"/health/cell?id={Uri.EscapeDataString(thing.Value)}#second-life");
    }

    private static void MapTable(IEndpointRouteBuilder routes) => routes.MapApi("Health")
        .MapPost("/health/gradings", GradeAsync).Calculates()
        .WithName("GradeCells")
        .WithSummary("Grades retired cells from pulses: state of health with interval, decision at the least expected cost, routine checks, modules that fit together.")
        .WithDescription("The body is a table of pulses (text/csv); docs/how-to/grade-retired-cells.md says which columns. record=true states the gradings in the record of the batteries that the column cell names, all or none; else nothing is written.")
        .Accepts<string>("text/csv")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static async Task<IResult> GradeAsync(HttpContext http, [AsParameters] GradingRequest request, GradingDesk desk, GradeKeeper keeper)
    {
        var cancellation = http.RequestAborted;
        if (http.Request.ContentLength > MostBytes) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has more than {MostBytes} bytes.");
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(cancellation);
        var (policy, size) = (request.ReadPolicy(), request.ReadModuleSize());
        var report = await Task.Run(() => desk.Grade(text, policy, size, cancellation), cancellation);
        if (request.Record is true) await keeper.KeepAsync(report, ImportRequest.IssuerOf(RequestActors.Of(http).Actor), cancellation);
        return Results.Json(report, JsonOutput.Compact);
    }
}
