using Voltloop.Core.Provenance;
using Voltloop.Health.Model;
using Voltloop.Kernels.Filters;

namespace Voltloop.Health.EstimateCharge;

/// <summary>What an estimate of charge found, in figures with intervals at 95 %.</summary>
/// <param name="Over">Recording that it was estimated over.</param>
/// <param name="ChargePercent">State of charge at its end, %.</param>
/// <param name="ChargeInterval">Interval, %.</param>
/// <param name="SlowCapacityAh">Charge of the slow discharge, Ah.</param>
/// <param name="Method">How.</param>
internal sealed record ChargeSummary(string Over, double ChargePercent, Interval ChargeInterval, double SlowCapacityAh, Evidence Method)
{
    private const double Level = 0.95;

    /// <summary>Capacity by the joint filter, Ah.</summary>
    public double? CapacityAh { get; init; }

    /// <summary>Its interval.</summary>
    public Interval? CapacityInterval { get; init; }

    /// <summary>Resistance at 25 degC and half charge, Ohm.</summary>
    public double? Ohm { get; init; }

    /// <summary>Its interval.</summary>
    public Interval? OhmInterval { get; init; }

    /// <summary>Root mean square of the voltage residual of the circuit, V.</summary>
    public double? ResidualVolt { get; init; }

    /// <summary>Mean normalised innovation squared: 1 for a filter that is as sure as it should be, below when it is cautious.</summary>
    public double? Nis { get; init; }

    /// <summary>What a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Sums an outcome up.</summary>
    public static ChargeSummary Of(ChargeOutcome outcome)
    {
        var (charge, half) = (outcome.Charge[^1], outcome.Half[^1]);
        return new ChargeSummary(
            outcome.Recording.Id, ChargeStatements.Percent(charge), new Interval(ChargeStatements.Percent(charge - half), ChargeStatements.Percent(charge + half), Level),
            outcome.Ocv.CapacityAh, outcome.Method)
        {
            CapacityAh = outcome.Capacity?.Value, CapacityInterval = IntervalOf(outcome.Capacity), Ohm = outcome.Ohm?.Value, OhmInterval = IntervalOf(outcome.Ohm),
            ResidualVolt = outcome.Circuit?.RmsVolt, Nis = outcome.Nis, Notes = outcome.Notes,
        };
    }

    private static Interval? IntervalOf(ChargeEstimate? estimate) =>
        estimate is { } known ? new Interval(known.Value - known.Half95, known.Value + known.Half95, Level) : null;
}
