using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Kernels.Detection;

/// <summary>All alarms of a chart that starts anew after each.</summary>
public static class ChartAlarms
{
    /// <summary>Alarms of a cumulative sum over values cut at <see cref="Standardised.Cut"/>.</summary>
    public static IEnumerable<(int At, int Since)> Cumulative(double[] values, double scale, CusumDesign design)
    {
        var (sum, since) = (0.0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) continue;
            if (sum <= 0) since = i;
            sum = Math.Max(0, sum + Math.Clamp(values[i] / scale, -Standardised.Cut, Standardised.Cut) - design.Reference);
            if (sum <= design.Threshold) continue;
            yield return (i, since);
            sum = 0;
        }
    }
}
