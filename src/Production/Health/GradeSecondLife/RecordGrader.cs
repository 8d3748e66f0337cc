using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Grading;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Web.Http;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Grades a returned battery on the state of health in its record, or on that of the cells in it, and states the grading there.</summary>
internal sealed class RecordGrader(IRecordReader record, IRecordWriter writer, CellsInside inside, TimeProvider clock)
{
    private const int Digits = 2;
    private const string Made = "manufacturingDate";

    private static readonly Evidence Method = new(
        "grade.recorded-health-and-least-expected-cost",
        "Berger, Statistical Decision Theory and Bayesian Analysis, 1.3; routine checks after UL 1974",
        "The interval of the recorded state of health, taken as normal; limits and costs are the operator's.");

    /// <summary>Grades and writes.</summary>
    /// <param name="id">The battery.</param>
    /// <param name="by">Evidence of the routine checks; limits and costs.</param>
    /// <param name="issuer">Who claims it.</param>
    /// <param name="cancellation">Stops before writing.</param>
    /// <exception cref="ProblemException">The record does not know the thing, or no state of health with an interval.</exception>
    public async Task<GradedCell> GradeAsync(ThingId id, (RoutineChecks Checks, GradingPolicy Policy) by, string issuer, CancellationToken cancellation)
    {
        var thing = await record.FindThingAsync(id, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".");
        var now = clock.GetUtcNow();
        var facts = HealthFacts.Of(await record.ReadStatementsAsync(id, AsOf.Latest, cancellation));
        var own = Own(facts);
        if ((own ?? await inside.HealthAsync(id, now, cancellation)) is not { Uncertainty: { } interval } health || health.Value.AsNumber() is not { } percent)
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"The record has no state of health with an interval of {thing.Label}.", null, "Import its capacity per cycle, or that of each cell in it, or grade it from pulses.");
        }

        var checks = by.Checks with { Manufactured = by.Checks.Manufactured ?? MadeOn(facts) };
        var cell = Of((id.Value, thing.Model?.Value ?? ""), (percent, interval), (checks, by.Policy), DateOnly.FromDateTime(now.UtcDateTime));
        var context = new StatementContext(id, now, health.Evidence.Inputs ?? []);
        var statement = context.State(HealthTerms.SecondLife, StatementValue.Of(JsonSerializer.SerializeToElement(cell, JsonOutput.Compact)), Method);
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(issuer, own is null ? [health, statement] : [statement])] }, cancellation);
        return cell;
    }

    private static DateOnly? MadeOn(HealthFacts facts) =>
        facts.Find(Made)?.Statement.Value is { IsNull: false } day
            && DateOnly.TryParse(day.AsElement().ToString(), CultureInfo.InvariantCulture, out var date) ? date : null;

    // What was found of the cells inside is found anew each time: cells may have been measured since.
    private static Statement? Own(HealthFacts facts)
    {
        var found = facts.Find(HealthTerms.StateOfHealth)?.Statement;
        return found?.Uncertainty is null || found.Evidence.Method == WeakestCell.Method.Method ? null : found;
    }

    /// <summary>The grading of a state of health with its interval.</summary>
    public static GradedCell Of((string Id, string Type) battery, (double Percent, Interval Interval) health, (RoutineChecks Checks, GradingPolicy Policy) by, DateOnly today)
    {
        var gates = Gates.Of(by.Checks, by.Policy, today);
        var decision = GradeDecision.Of(HealthEstimate.Normal(health.Percent, health.Interval), by.Policy);
        return new GradedCell(battery.Id, battery.Type, GradedCell.StatusOf(gates, decision), gates)
        {
            Health = Math.Round(health.Percent, Digits),
            Lower = Math.Round(health.Interval.Lower, Digits),
            Upper = Math.Round(health.Interval.Upper, Digits),
            Grade = decision.Grade,
            Probabilities = Array.ConvertAll(decision.Probabilities, one => Math.Round(one, 3)),
            ExpectedCosts = Array.ConvertAll(decision.ExpectedCosts, one => Math.Round(one, 3)),
        };
    }
}
