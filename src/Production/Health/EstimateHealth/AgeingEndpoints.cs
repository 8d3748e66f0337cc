using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.Model;
using Voltloop.Health.ShowCapacity;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Health.EstimateHealth;

/// <summary>The analysis of ageing over HTTP.</summary>
internal static class AgeingEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/things/{id}/incremental-capacity", CurveAsync).WithName("GetIncrementalCapacity")
            .WithSummary("Incremental capacity dQ/dV over voltage, as last analysed.")
            .WithDescription("Voltage in V, incremental capacity in Ah/V. Empty when the ageing was never analysed: POST .../ageing.");
        api.MapPost("/things/{id}/ageing", EstimateAsync).WithName("EstimateHealth")
            .WithSummary("Analyses the recordings in the record for ageing and states the result there.")
            .WithDescription("States ageingAnalysis (incremental capacity with peaks, capacity from partial charges, self-discharge), and resistanceIncreaseCell and stateOfCertifiedEnergy where the record knows the initial resistance and the rated energy.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<EtaggedJson<ChargeResource>> CurveAsync(IRecordReader record, RouteThingId thing, CancellationToken cancellation)
    {
        _ = await record.FindThingAsync(thing.Id, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{thing.Id}\".");
        var analysis = HealthFacts.Of(await record.ReadStatementsAsync(thing.Id, AsOf.Latest, cancellation)).Find(HealthTerms.AgeingAnalysis);
        return Etagged.Json(Curve(analysis));
    }

    /// <summary>The curve in a statement of the analysis, as a chart; empty without one.</summary>
    internal static ChargeResource Curve(RecordedStatement? analysis)
    {
        var axis = new ChartAxis("Voltage (V)", []);
        if (analysis is null || !analysis.Statement.Value.AsElement().TryGetProperty("incrementalCapacity", out var curve)) return ChargeResource.None with { X = axis };
        var (first, step) = (curve.GetProperty("firstVolt").GetDouble(), curve.GetProperty("stepVolt").GetDouble());
        double?[] values = [.. curve.GetProperty("ampereHoursPerVolt").EnumerateArray().Select(one => (double?)one.GetDouble())];
        return new ChargeResource(null, axis with { Values = [.. values.Select((_, i) => Math.Round(first + i * step, 4))] }, [new("Incremental capacity", "Ah/V", "line", values)], []);
    }

    private static async Task<Ok<StatementSummary[]>> EstimateAsync(HttpContext http, RouteThingId thing, AgeingEstimator estimator, IActorSource actors) => TypedResults.Ok(
        StatementSummary.Of(await estimator.EstimateAsync(thing.Id, ImportRequest.IssuerOf(actors.Current.Actor), http.RequestAborted)));
}
