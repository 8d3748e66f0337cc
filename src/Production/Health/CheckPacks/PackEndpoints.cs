using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Packs;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Health.CheckPacks;

/// <summary>Checks of packs over HTTP.</summary>
internal static class PackEndpoints
{
    private const string Input = "The body is a table with one column per cell (text/csv; docs/how-to/check-a-pack.md says which names), or thing names a pack whose cells the record holds. With keep the result is stated about that pack. ";

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        Describe(api.MapPost("/packs/consistency", ConsistencyAsync).WithName("AssessPackConsistency").Calculates()
            .WithSummary("How the cells of a pack differ in voltage, charge, resistance and capacity, with intervals, and which are outliers.")
            .WithDescription(Input + "Voltages in mV, charge in Ah, resistance in mOhm, against the median cell."));
        Describe(api.MapPost("/packs/safety", SafetyAsync).WithName("WatchPackSafety").Calculates()
            .WithSummary("Faults that the cells of a pack seem to have: internal short, loose contact, sensors, plating, heat, with the false alarms to expect in a year.")
            .WithDescription(Input + "falseAlarmsPerYear says how many false alarms all charts together may raise in a year of one pack (0.001 to 100; 0.1 when absent). validity says whether that rate holds for cells like these, and why."));
    }

    private static void Describe(RouteHandlerBuilder route) => route.Accepts<string>(isOptional: true, "text/csv")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithMetadata(new RequestSizeLimitAttribute(PackLimits.MostBytes));

    private static async Task<IResult> ConsistencyAsync(HttpContext http, [AsParameters] PackCheckRequest request, PackDesk desk, IActorSource actors) =>
        Results.Json((await CheckAsync(http, request, desk, actors)).Consistency, JsonOutput.Compact);

    private static async Task<IResult> SafetyAsync(HttpContext http, [AsParameters] PackCheckRequest request, PackDesk desk, IActorSource actors) =>
        Results.Json((await CheckAsync(http, request, desk, actors)).Safety, JsonOutput.Compact);

    private static async Task<PackReport> CheckAsync(HttpContext http, PackCheckRequest request, PackDesk desk, IActorSource actors)
    {
        if (request.Thing is not { Length: > 0 } named)
        {
            if (request.Keep == true) throw new ProblemException(CommonProblems.BadRequest, "Only the result about a pack of the record can be kept: name it with thing.", "keep");
            var table = await http.FileAsync("table", http.RequestAborted);
            return await Task.Run(() => PackDesk.Check(table.Name, table.Bytes, request), http.RequestAborted);
        }

        var id = ThingId.Parse(named);
        var report = await desk.CheckAsync(id, request, http.RequestAborted);
        if (request.Keep == true) await desk.KeepAsync(id, report, ImportRequest.IssuerOf(actors.Current.Actor), http.RequestAborted);
        return report;
    }
}
