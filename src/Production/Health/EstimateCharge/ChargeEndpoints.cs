using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Health.EstimateHealth;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Formatting;
using Voltloop.Web.Http;

namespace Voltloop.Health.EstimateCharge;

/// <summary>State of charge over HTTP, and the form of its panel.</summary>
internal static class ChargeEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/things/{id}/charge", ReadAsync).WithName("GetCharge")
            .WithSummary("State of charge over time with its 95 % interval, as last estimated.")
            .WithDescription("Time in hours, charge in %. Empty when it was never estimated: POST to the same address.");
        api.MapGet("/things/{id}/charge/curve", CurveAsync).WithName("GetOpenCircuitVoltage")
            .WithSummary("Open-circuit voltage over state of charge, as last measured.");
        api.MapPost("/things/{id}/charge", EstimateAsync).WithName("EstimateCharge")
            .WithSummary("Estimates the state of charge from the recordings in the record and states it there.")
            .WithDescription("Needs a slow discharge (C/12 or slower) and a recording of use of the same cell. Writes a series and the terms stateOfCharge, currentResistanceCell and chargeModel.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        routes.MapPost("/health/charge", FormAsync).ExcludeFromDescription();
    }

    private static async Task<EtaggedJson<ChargeResource>> ReadAsync(IRecordReader record, RouteThingId thing, CancellationToken cancellation)
    {
        var reader = new ChargeReader(record);
        var read = await reader.SeriesAsync(await reader.ModelAsync(thing.Id, AsOf.Latest, cancellation), cancellation);
        return Etagged.Json(read is var (id, columns) ? ChargeResource.Of(id, columns) : ChargeResource.None);
    }

    private static async Task<EtaggedJson<ChargeResource>> CurveAsync(IRecordReader record, RouteThingId thing, CancellationToken cancellation) =>
        Etagged.Json(ChargeResource.Curve(await new ChargeReader(record).ModelAsync(thing.Id, AsOf.Latest, cancellation)));

    private static async Task<Ok<ChargeSummary>> EstimateAsync(HttpContext http, RouteThingId thing, ChargeEstimator estimator, IActorSource actors) =>
        TypedResults.Ok(ChargeSummary.Of(await estimator.EstimateAsync(thing.Id, ImportRequest.IssuerOf(actors.Current.Actor), http.RequestAborted)));

    private static async Task<RedirectHttpResult> FormAsync(HttpContext http, [FromForm] string id, ChargeEstimator estimator, AgeingEstimator ageing)
    {
        var (thing, issuer) = (ThingId.Parse(id), ImportRequest.IssuerOf(RequestActors.Of(http).Actor));
        await estimator.EstimateAsync(thing, issuer, http.RequestAborted);
        await ageing.EstimateAsync(thing, issuer, http.RequestAborted);
        return TypedResults.LocalRedirect(ThingLinks.Page(thing) + "#charge-panel");
    }
}
