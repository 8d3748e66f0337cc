using Voltloop.Core.Problems;
using Voltloop.Health.ReadMatlab;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.BenchmarkMethods.Panasonic;

/// <summary>Reads recordings of the data set: the structure <c>meas</c> with the columns that its description names.</summary>
internal static class DriveCycleReader
{
    private const double SecondsPerHour = 3600;
    private const double ChargingAmpere = 0.3;
    private const int ChargingSeconds = 600;
    private const double FullVolt = 4.05;
    private const int FewestSeconds = 600;

    /// <summary>Columns of a recording, samples in the order of time, each time once.</summary>
    /// <exception cref="ProblemException">The file is damaged or lacks a column.</exception>
    public static Dictionary<string, double[]> Columns(string path)
    {
        var meas = MatlabFile.Read(File.ReadAllBytes(path)) is var file && file.TryGetValue("meas", out var found)
            ? found
            : throw new ProblemException(MatlabProblems.FieldMissing, "The file has no variable \"meas\".", path);
        string[] names = ["Time", "Voltage", "Current", "Ah", "Battery_Temp_degC"];
        var columns = names.ToDictionary(name => name, name => meas.Field(name).Numbers, StringComparer.Ordinal);
        var time = columns["Time"];
        int[] order = [.. Enumerable.Range(0, time.Length).Where(i => double.IsFinite(time[i])).OrderBy(i => time[i]).DistinctBy(i => time[i])];
        return columns.ToDictionary(column => column.Key, column => Array.ConvertAll(order, i => column.Value[i]), StringComparer.Ordinal);
    }

    /// <summary>A drive cycle at one sample a second, up to the first long charge in the file; <c>null</c>, with the reason, when it does not start full.</summary>
    public static (DriveCycle? Cycle, string Reason) Read(string path, string group)
    {
        var columns = Columns(path);
        var time = columns["Time"];
        if (time.Length < 2 || time[^1] - time[0] < FewestSeconds)
        {
            return (null, "shorter than ten minutes");
        }

        var second = new double[(int)Math.Ceiling(time[^1] - time[0])];
        for (var i = 0; i < second.Length; i++)
        {
            second[i] = time[0] + i;
        }

        var resampled = columns.ToDictionary(column => column.Key, column => Resample(second, time, column.Value), StringComparer.Ordinal);
        var count = Discharge(resampled["Current"]);
        if (count < FewestSeconds || resampled["Voltage"][0] < FullVolt)
        {
            return (null, "does not start from full");
        }

        return (Cycle(group, NameOf(path), resampled, count), "");
    }

    private static DriveCycle Cycle(string group, string name, Dictionary<string, double[]> columns, int count)
    {
        var ah = columns["Ah"];
        var moved = new double[count];
        var mean = new double[count];
        for (var i = 0; i < count; i++)
        {
            moved[i] = ah[i] - ah[0];
            mean[i] = i == 0 ? 0 : (ah[i] - ah[i - 1]) * SecondsPerHour;
        }

        var run = new CircuitRun(1, new double[count], columns["Current"][..count], mean, columns["Voltage"][..count], columns["Battery_Temp_degC"][..count]);
        return new DriveCycle(group, name, moved, run);
    }

    // Some files of the set go on with the charge after the cycle.
    private static int Discharge(double[] ampere)
    {
        var charging = 0;
        for (var i = 0; i < ampere.Length; i++)
        {
            charging = ampere[i] > ChargingAmpere ? charging + 1 : 0;
            if (charging == ChargingSeconds) return i + 1 - ChargingSeconds;
        }

        return ampere.Length;
    }

    // "03-20-17_01.43 25degC_US06_Pan18650PF.mat" is US06.
    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var from = name.IndexOf("degC_", StringComparison.Ordinal);
        name = from < 0 ? name : name[(from + 5)..];
        var end = name.IndexOf("_Pan", StringComparison.Ordinal);
        return end < 0 ? name : name[..end];
    }

    private static double[] Resample(double[] at, double[] time, double[] values)
    {
        var (result, place) = (new double[at.Length], 0);
        for (var i = 0; i < at.Length; i++)
        {
            while (place < time.Length - 2 && time[place + 1] <= at[i]) place++;
            var share = Math.Clamp((at[i] - time[place]) / (time[place + 1] - time[place]), 0, 1);
            result[i] = values[place] + share * (values[place + 1] - values[place]);
        }

        return result;
    }
}
