using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.Model;

/// <summary>Brings a recording onto a fixed step.</summary>
internal static class RecordingGrid
{
    /// <summary>Most samples on the grid; a longer recording gets a longer step.</summary>
    public const int MostSamples = 50_000;

    /// <summary>A gap longer than this has no current: nobody knows what flowed, s.</summary>
    public const double LongestGap = 60;

    /// <summary>The recording with the charge counted from its first sample, as a share of the capacity.</summary>
    /// <param name="recording">Recording, at least two samples.</param>
    /// <param name="start">Charge at the first sample, 0 to 1.</param>
    /// <param name="capacityAh">Capacity, Ah.</param>
    public static CircuitRun Of(CellRecording recording, double start, double capacityAh)
    {
        var step = Math.Max(1, Math.Ceiling(recording.Duration / MostSamples));
        var count = (int)(recording.Duration / step) + 1;
        double[] at = [.. Enumerable.Range(0, count).Select(i => recording.Second[0] + i * step)];
        var coulombs = OnGrid(at, recording.Second, Counted(recording));
        var mean = new double[count];
        var charge = new double[count];
        charge[0] = start;
        for (var i = 1; i < count; i++)
        {
            mean[i] = (coulombs[i] - coulombs[i - 1]) / step;
            charge[i] = charge[i - 1] + (double.IsFinite(mean[i]) ? mean[i] : 0) * step / (3600 * capacityAh);
        }

        return new CircuitRun(step, charge, OnGrid(at, recording.Second, recording.Ampere), mean, OnGrid(at, recording.Second, recording.Volt), OnGrid(at, recording.Second, recording.Celsius));
    }

    // Coulombs by the trapezoid; beyond a gap or a missing current the count is not a number for one segment and goes on from there.
    private static double[] Counted(CellRecording recording)
    {
        var counted = new double[recording.Second.Length];
        for (var i = 1; i < counted.Length; i++)
        {
            var seconds = recording.Second[i] - recording.Second[i - 1];
            var moved = 0.5 * (recording.Ampere[i] + recording.Ampere[i - 1]) * seconds;
            counted[i] = counted[i - 1] + (double.IsFinite(moved) ? moved : 0);
        }

        return counted;
    }

    private static double[] OnGrid(double[] at, double[] second, double[] values)
    {
        var (result, place) = (new double[at.Length], 0);
        for (var i = 0; i < at.Length; i++)
        {
            while (place < second.Length - 2 && second[place + 1] <= at[i]) place++;
            var width = second[place + 1] - second[place];
            var share = Math.Clamp((at[i] - second[place]) / width, 0, 1);
            // Inside a long gap nothing was measured.
            result[i] = width > LongestGap && share is > 0 and < 1 ? double.NaN : values[place] + share * (values[place + 1] - values[place]);
        }

        return result;
    }
}
