using Voltloop.Kernels.Packs;

namespace Voltloop.Kernels.Detection;

/// <summary>Voltage sensors that show one value while the median cell moves. A rule without a part of chance.</summary>
internal static class SensorStuck
{
    private const int FewestSamples = 6;
    private const double LeastMotion = 0.02;

    public static void Look(PackMatrix matrix, PackReference reference, List<SafetyTest> tests, List<SafetyAlarm> alarms)
    {
        tests.Add(new SafetyTest(SafetyKind.SensorStuck, matrix.Cells, double.NaN, double.PositiveInfinity, LeastMotion));
        for (var cell = 0; cell < matrix.Cells; cell++)
        {
            var volt = matrix.Volt[cell];
            for (var from = 0; from < volt.Length;)
            {
                var to = from + 1;
                while (to < volt.Length && volt[to].Equals(volt[from])) to++;
                if (Stuck(reference.Median.AsSpan(from, to - from)) is { } at) alarms.Add(new SafetyAlarm(SafetyKind.SensorStuck, cell, matrix.Second[from + at], matrix.Second[from]) { Size = volt[from] });
                from = to;
            }
        }
    }

    // The sample at which the median cell has moved far enough since the value stood still; null when it never did.
    private static int? Stuck(ReadOnlySpan<double> median)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < median.Length; i++)
        {
            if (!double.IsFinite(median[i])) continue;
            (low, high) = (Math.Min(low, median[i]), Math.Max(high, median[i]));
            if (i + 1 >= FewestSamples && high - low > LeastMotion) return i;
        }

        return null;
    }
}
