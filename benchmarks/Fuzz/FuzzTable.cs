using System.Globalization;

namespace Voltloop.Bench.Fuzz;

/// <summary>Prints what every target did.</summary>
internal static class FuzzTable
{
    public static void Print(IReadOnlyList<FuzzRow> rows)
    {
        Console.WriteLine("| target | inputs | inputs/s | refused by name | accepted | findings |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var row in rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.Target} | {row.Inputs} | {row.Inputs / row.Seconds:F0} | {row.Refused.Values.Sum()} | {row.Accepted} | {row.Findings} |"));
        Console.WriteLine();
        foreach (var row in rows.Where(row => row.Refused.Count > 0))
            Console.WriteLine($"{row.Target}: {string.Join(", ", row.Refused.OrderByDescending(one => one.Value).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}")))}");
    }
}
