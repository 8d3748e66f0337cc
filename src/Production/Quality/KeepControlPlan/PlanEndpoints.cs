using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Quality.KeepControlPlan;

/// <summary>Control plans over HTTP.</summary>
internal static class PlanEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Quality");
        api.MapGet("/quality/plans", async (ControlPlans plans, string machine, CancellationToken cancellation) => TypedResults.Ok(new PlanResource(machine, (await plans.FindAsync(machine, cancellation))?.Characteristics ?? [])))
            .WithName("GetControlPlan")
            .WithSummary("The control plan of a machine: characteristics with specification limits, measurement system, chart and reaction.");
        api.MapPost("/quality/plans", KeepAsync)
            .WithName("StateControlPlan")
            .WithSummary("States the control plan of a machine from now on; earlier plans stay readable as they were.")
            .WithDescription("Send the table as the body. " + PlanReader.Layout)
            .TakesTable();
    }

    private static async Task<Ok<PlanResource>> KeepAsync(HttpContext context, string machine, ControlPlans plans, IActorSource actors)
    {
        var plan = PlanReader.Read(DelimitedTable.Read(await context.FileAsync("plan", context.RequestAborted)));
        await plans.KeepAsync(machine, plan, ImportRequest.IssuerOf(actors.Current.Actor), CancellationToken.None);
        return TypedResults.Ok(new PlanResource(machine, plan.Characteristics));
    }
}
