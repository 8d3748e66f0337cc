using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadTables;
using Voltloop.Quality.Web;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Formatting;
using Voltloop.Web.Http;

namespace Voltloop.Quality.KeepControlPlan;

/// <summary>The form of a control plan.</summary>
internal static class PlanForm
{
    /// <summary>Where a control plan is sent.</summary>
    public const string Address = "/quality/plan/file";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => QualityForm.Bounded(routes.MapPost(Address, (Delegate)PlanAsync));

    private static async Task<RedirectHttpResult> PlanAsync(IFormFile file, [FromForm] string machine, ControlPlans plans, IActorSource actors, CancellationToken cancellation)
    {
        var plan = PlanReader.Read(DelimitedTable.Read(await file.FileAsync(cancellation)));
        await plans.KeepAsync(machine, plan, ImportRequest.IssuerOf(actors.Current.Actor), CancellationToken.None);
        return TypedResults.LocalRedirect("/quality/plan?" + LinkQuery.Of(("machine", machine)));
    }
}
