using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Health.Model;

namespace Voltloop.Health.CheckMonitors;

/// <summary>Reads what vehicles show and what was measured of them.</summary>
internal static class MonitorTable
{
    /// <summary>Most vehicles.</summary>
    public const int MostVehicles = 1000;

    /// <summary>Largest table, in bytes.</summary>
    public const int MostBytes = 256 * 1024;

    private const double Largest = 150;

    /// <summary>Checks a table with the columns shown_percent and measured_percent.</summary>
    /// <exception cref="ProblemException">A column is missing, a value is none, or there are too few vehicles.</exception>
    public static MonitorCheck Check(string text, double? tolerance)
    {
        if (tolerance is not (null or (>= 0 and <= 100))) throw new ProblemException(CommonProblems.InvalidValue, "A tolerance of 0 to 100 percentage points is needed.", "tolerance");
        var lines = text.TrimStart('\uFEFF').Split('\n');
        var head = lines[0].Trim().Split(',', StringSplitOptions.TrimEntries);
        int[] places = [Place(head, "shown_percent"), Place(head, "measured_percent")];
        var rows = lines.Select((line, i) => (Fields: line.Trim().Split(','), Number: i + 1)).Skip(1).Where(row => row.Fields.Length > 1)
            .Select(row => Array.ConvertAll(places, place => Value(row.Fields, place, row.Number))).ToList();
        if (rows.Count is < MonitorCheck.Fewest or > MostVehicles) throw new ProblemException(CommonProblems.InvalidValue, $"{rows.Count} vehicles are given; {MonitorCheck.Fewest} to {MostVehicles} are needed.");
        return MonitorCheck.Of([.. rows.Select(row => row[0])], [.. rows.Select(row => row[1])], tolerance ?? MonitorCheck.UsualTolerance);
    }

    private static int Place(string[] head, string name) => Array.IndexOf(head, name) is >= 0 and var place ? place
        : throw new ProblemException(CommonProblems.MalformedInput, $"The table has no column {name}.", "line 1");

    private static double Value(string[] fields, int place, int line) =>
        place < fields.Length && double.TryParse(fields[place], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= Largest ? value
        : throw new ProblemException(CommonProblems.InvalidValue, $"A state of certified energy above 0 and up to {Largest.ToString(CultureInfo.InvariantCulture)} % is needed.", $"line {line.ToString(CultureInfo.InvariantCulture)}");
}
