using System.Globalization;
using Voltloop.Health.Model;
using Voltloop.Health.ShowCapacity;
using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.ShowSlowCycles;

/// <summary>Curves of slow discharges for a chart: incremental capacity over voltage, differential voltage over charge.</summary>
internal static class SlowCurves
{
    private const double StepVolt = 0.005;
    private const int DifferentialPoints = 300;
    private const int DifferentialWindow = 8;

    /// <summary>dQ/dV over voltage, named by capacity.</summary>
    public static CurvesResource Incremental(IReadOnlyList<SlowCycle> cycles) => Incremental([.. CurvesResource.Spread(cycles.Count).Select(i => (Name(i, cycles[i]), cycles[i]))]);

    /// <summary>dQ/dV over voltage.</summary>
    public static CurvesResource Incremental(IReadOnlyList<(string Name, SlowCycle Cycle)> named) => CurvesResource.Of(
        "Voltage (V)", "Ah/V", StepVolt, [.. named.Select(one => (one.Name, One(one.Cycle.Curve), one.Cycle.Curve.PerVolt))]);

    /// <summary>dV/dQ over charge.</summary>
    public static CurvesResource Differential(IReadOnlyList<SlowCycle> cycles) => cycles.Count == 0
        ? new CurvesResource(new ChartAxis("Discharged charge (Ah)", []), [])
        : CurvesResource.Of(
            "Discharged charge (Ah)", "V/Ah", Math.Round(cycles.Max(cycle => cycle.CapacityAh) / DifferentialPoints, 9),
            [.. CurvesResource.Spread(cycles.Count).Select(i => (Name: Name(i, cycles[i]), Curve: Slope(cycles[i]))).Where(one => one.Curve is not null).Select(one => (one.Name, One(one.Curve!), one.Curve!.PerVolt))]);

    // The same local parabolas with charge for voltage and voltage for charge give the slope the other way round.
    private static IncrementalCapacity? Slope(SlowCycle cycle) => IncrementalCapacity.Of(cycle.Ah, cycle.Volt, cycle.CapacityAh / DifferentialPoints, DifferentialWindow);

    private static double[] One(IncrementalCapacity curve) => [.. Enumerable.Range(0, curve.PerVolt.Length).Select(curve.VoltAt)];

    private static string Name(int place, SlowCycle cycle) => string.Create(CultureInfo.InvariantCulture, $"slow discharge {place + 1}, {cycle.CapacityAh:0.###} Ah");
}
