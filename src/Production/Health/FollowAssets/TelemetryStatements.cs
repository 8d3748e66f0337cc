using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Statements;

namespace Voltloop.Health.FollowAssets;

/// <summary>Statements of what the estimators know of a battery.</summary>
internal static class TelemetryStatements
{
    /// <summary>Bounds further apart than this share say too little to be stated.</summary>
    public const double WidestCharge = 0.4;

    private const double Level = 0.95;

    /// <summary>The statements, valid from the newest sample on.</summary>
    /// <param name="thing">The battery.</param>
    /// <param name="track">What is known of it.</param>
    /// <param name="others">Terms that other measurements state; they stay as they are.</param>
    public static IReadOnlyList<Statement> Of(ThingId thing, AssetTrack track, IReadOnlySet<string> others)
    {
        var (state, statements) = (track.State, new List<Statement>());
        var context = new StatementContext(thing, DateTimeOffset.UnixEpoch.AddSeconds(state.Last), [.. Inputs(thing, track)]);
        if (state.Charge.Half * 2 < WidestCharge) statements.Add(Charge(context, state.Charge));
        void Add(string term, double value, string unit, Evidence method)
        {
            if (!others.Contains(term)) statements.Add(context.Number(term, Math.Round(value, 4), unit, method));
        }

        if (state.ThroughputAh == 0) return statements;
        Add(HealthTerms.CapacityThroughput, state.ThroughputAh, "Ah", TelemetryMethods.Throughput);
        if (state.ThroughputWh > 0) Add(HealthTerms.EnergyThroughput, state.ThroughputWh, "Wh", TelemetryMethods.Throughput);
        if (track.Constants.RatedAh is not { } rated) return statements;
        Add(HealthTerms.EquivalentFullCycles, state.ThroughputAh / (2 * rated), "{cycle}", TelemetryMethods.Cycles);
        Add(HealthTerms.FullCycles, Math.Floor(state.ThroughputAh / (2 * rated)), "{cycle}", TelemetryMethods.Cycles);
        return statements;
    }

    private static Statement Charge(StatementContext context, ChargeBounds bounds)
    {
        var (lower, upper) = (Math.Round(100 * bounds.Lower, 2), Math.Round(100 * bounds.Upper, 2));
        return context.Number(HealthTerms.StateOfCharge, Math.Round(0.5 * (lower + upper), 2), "%", TelemetryMethods.Charge) with { Uncertainty = new Interval(lower, upper, Level) };
    }

    private static IEnumerable<string> Inputs(ThingId thing, AssetTrack track)
    {
        yield return TelemetrySeries.Id(thing, late: false);
        if (track.Late > 0) yield return TelemetrySeries.Id(thing, late: true);
    }
}
