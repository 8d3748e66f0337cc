using System.Globalization;
using System.Runtime.InteropServices;

namespace Voltloop.Bench;

/// <summary>Prints the machine and a table.</summary>
internal static class Report
{
    public static async Task Print(string verb, IEnumerable<IComparison> comparisons)
    {
        Console.WriteLine($"bench {verb}: {Environment.ProcessorCount} cores, {CpuModel()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
        Console.WriteLine($"{"",-52} {"ours",14} {"plain",14} {"ratio",8}  {"unit",-16} aim");
        foreach (var comparison in comparisons)
        {
            Console.Error.WriteLine($"measuring: {comparison.Name.Trim()}");
            var (ours, plain) = await comparison.MeasureAsync();
            var ratio = comparison.SmallerIsBetter ? plain / ours : ours / plain;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{comparison.Name,-52} {Format(ours),14} {Format(plain),14} {Ratio(ratio),8}  {comparison.Unit,-16} {Aim(comparison, ours, ratio)}"));
        }
    }

    private static string Aim(IComparison comparison, double ours, double ratio)
    {
        if (comparison.AimOfPlain is { } share) return $"{Ratio(share)} {(ratio >= share ? "reached" : "missed")}";
        return comparison.Aim is { } aim ? $"{Format(aim)} {((comparison.SmallerIsBetter ? ours <= aim : ours >= aim) ? "reached" : "missed")}" : "";
    }

    private static string Ratio(double ratio) => double.IsNaN(ratio) ? "" : ratio.ToString("F2", CultureInfo.InvariantCulture) + "x";

    private static string Format(double value) => double.IsNaN(value) ? "" : value.ToString(value < 100 ? "N2" : "N0", CultureInfo.InvariantCulture);

    private static string CpuModel()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 2)..];
    }
}
