using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Packs;
using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Detection;

/// <summary>
/// Looks at the rest after each charge: relaxation alone makes the voltage fall ever more slowly; where it falls faster again, a
/// second process has run out, as plated lithium does when it dissolves back (Feng et al. 2018, differential voltage of relaxation).
/// The largest rise of the rate of fall between bins of growing length, in standard deviations, with Bonferroni's bound over pairs.
/// </summary>
internal static class PlatingWatch
{
    private const double LongestInterval = 120;
    private const double LeastRest = 3600;
    private const double FirstBin = 120;
    private const int Bins = 10;
    private const double Growth = 1.45;
    private const double ChargeShare = 0.05;
    private const double RestShare = 0.01;
    private const double SecondsPerYear = 365.25 * 86_400;

    public static void Look(PackMatrix matrix, double share, List<SafetyTest> tests, List<SafetyAlarm> alarms)
    {
        var rests = Rests(matrix);
        if (rests.Count == 0)
        {
            tests.Add(SafetyTest.Refused(SafetyKind.Plating, $"no rest of an hour after a charge with a sample every {LongestInterval:0} s"));
            return;
        }

        var perYear = rests.Count / Math.Max(1e-9, (matrix.Second[^1] - matrix.Second[0]) / SecondsPerYear);
        var length = Math.Max(2, matrix.Cells * perYear / share);
        var limit = Normal.UpperQuantile(Math.Min(0.5, 1 / length / Pairs));
        var noise = Noise(matrix, rests);
        tests.Add(new SafetyTest(SafetyKind.Plating, matrix.Cells, perYear, length, limit));
        foreach (var (from, to) in rests)
        {
            for (var cell = 0; cell < matrix.Cells; cell++)
            {
                if (noise > 0 && Rise(matrix, cell, (from, to), noise) > limit) alarms.Add(new SafetyAlarm(SafetyKind.Plating, cell, matrix.Second[to - 1], matrix.Second[from]));
            }
        }
    }

    // Rates that share no bin are compared: of 9 rates each with those two or more later.
    private const double Pairs = (Bins - 2) * (Bins - 3) / 2.0 + (Bins - 3);

    private static List<(int From, int To)> Rests(PackMatrix matrix)
    {
        var rests = new List<(int, int)>();
        var most = matrix.HasCurrent ? matrix.Ampere.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() : 0;
        for (var i = 1; most > 0 && i < matrix.Samples; i++)
        {
            if (!(matrix.Ampere[i - 1] > ChargeShare * most) || !(Math.Abs(matrix.Ampere[i]) <= RestShare * most)) continue;
            var to = i;
            while (to < matrix.Samples && Math.Abs(matrix.Ampere[to]) <= RestShare * most) to++;
            var seconds = matrix.Second[to - 1] - matrix.Second[i];
            if (seconds >= LeastRest && seconds / Math.Max(1, to - 1 - i) <= LongestInterval) rests.Add((i, to));
        }

        return rests;
    }

    // Second differences know nothing of the slow fall: their scale is the root of six times that of the noise.
    private static double Noise(PackMatrix matrix, List<(int From, int To)> rests)
    {
        double[] bends = [.. from rest in rests from volt in matrix.Volt from i in Enumerable.Range(rest.From + 2, Math.Max(0, rest.To - rest.From - 3)) let bend = volt[i + 1] - 2 * volt[i] + volt[i - 1] where double.IsFinite(bend) select bend];
        return bends.Length == 0 ? 0 : Median.NormalConsistency * Median.AbsoluteDeviation(bends, 0) / Math.Sqrt(6);
    }

    private static double Rise(PackMatrix matrix, int cell, (int From, int To) rest, double noise)
    {
        var bins = Binned(matrix, cell, rest);
        var rates = new List<(double Rate, double Variance)>();
        for (var j = 0; j + 1 < bins.Count; j++)
        {
            var seconds = bins[j + 1].Second - bins[j].Second;
            rates.Add(((bins[j].Volt - bins[j + 1].Volt) / seconds, noise * noise * (1.0 / bins[j].Count + 1.0 / bins[j + 1].Count) / seconds / seconds));
        }

        var most = double.NegativeInfinity;
        for (var i = 0; i < rates.Count; i++)
        {
            for (var j = i + 2; j < rates.Count; j++) most = Math.Max(most, (rates[j].Rate - rates[i].Rate) / Math.Sqrt(rates[i].Variance + rates[j].Variance));
        }

        return most;
    }

    private static List<(double Second, double Volt, int Count)> Binned(PackMatrix matrix, int cell, (int From, int To) rest)
    {
        var (bins, edge, width) = (new List<(double Second, double Volt, int Count)>(), matrix.Second[rest.From] + FirstBin, FirstBin);
        var (second, volt, count) = (0.0, 0.0, 0);
        for (var i = rest.From; i < rest.To && bins.Count < Bins; i++)
        {
            if (matrix.Second[i] >= edge && count > 0)
            {
                bins.Add((second / count, volt / count, count));
                (second, volt, count, width) = (0, 0, 0, width * Growth);
                edge = matrix.Second[i] + width;
            }

            if (!double.IsFinite(matrix.Volt[cell][i])) continue;
            (second, volt, count) = (second + matrix.Second[i], volt + matrix.Volt[cell][i], count + 1);
        }

        return bins;
    }
}
