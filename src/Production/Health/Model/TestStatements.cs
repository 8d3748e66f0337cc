using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Provenance;
using Voltloop.Kernels.Cycling;
using Voltloop.Kernels.Robust;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Model;

/// <summary>States what the steps and cycles of a recording show: efficiencies and the resistance of pulses.</summary>
internal static class TestStatements
{
    private const int MostCycles = 10;
    private const int FewestForInterval = 6;
    private const double LeastShare = 0.5;

    /// <summary>The statements; none where the recording has neither a closed cycle nor a pulse.</summary>
    public static IReadOnlyList<Statement> Of(RecordedTest test, StatementContext context)
    {
        var samples = test.Samples;
        var steps = Segmentation.Steps(samples);
        var cycles = Closed([.. Segmentation.Cycles(samples, steps).Select(CycleRow.Of)]);
        return
        [
            .. Efficiency(HealthTerms.CoulombicEfficiency, [.. cycles.Select(cycle => cycle.CoulombicEfficiency).OfType<double>()], context),
            .. Efficiency(HealthTerms.RoundTripEfficiency, [.. cycles.Select(cycle => cycle.EnergyEfficiency).OfType<double>()], context),
            .. Pulses(RestedPulses.Of(test, steps), context),
        ];
    }

    private static List<CycleRow> Closed(CycleRow[] cycles)
    {
        var largest = cycles.Max(cycle => cycle.ChargedAh) ?? 0;
        return [.. cycles.Where(cycle => cycle.CoulombicEfficiency is not null && cycle.ChargedAh >= LeastShare * largest).TakeLast(MostCycles)];
    }

    private static IEnumerable<Statement> Efficiency(string term, double[] percents, StatementContext context)
    {
        if (percents.Length == 0) yield break;
        // The median lies between the smallest and the largest of n with 1 - 2^(1-n).
        yield return context.Number(term, Median.Of(percents), "%", TestMethods.Efficiency) with
        {
            Uncertainty = percents.Length < FewestForInterval ? null : new Interval(percents.Min(), percents.Max(), 1 - Math.Pow(2, 1 - percents.Length)),
        };
    }

    private static IEnumerable<Statement> Pulses(IReadOnlyList<Pulse> pulses, StatementContext context)
    {
        var list = new JsonArray();
        for (var i = 0; i < PulseResistance.UsualSeconds.Count; i++)
        {
            double[] ohms = [.. pulses.Select(pulse => pulse.Ohm[i]).Where(ohm => double.IsFinite(ohm) && ohm > 0)];
            if (ohms.Length > 0) list.Add(new JsonObject { ["seconds"] = PulseResistance.UsualSeconds[i], ["ohm"] = Round(Median.Of(ohms)), ["leastOhm"] = Round(ohms.Min()), ["mostOhm"] = Round(ohms.Max()), ["pulses"] = ohms.Length });
        }

        if (list.Count > 0) yield return context.State(HealthTerms.PulseResistance, StatementValue.Of(JsonSerializer.SerializeToElement(list)), TestMethods.Pulses);
    }

    private static double Round(double ohm) => Math.Round(ohm, 7);
}
