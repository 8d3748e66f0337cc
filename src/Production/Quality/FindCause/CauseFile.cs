using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Commonality;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.FindCause;

/// <summary>Reads units with their steps from a table.</summary>
internal static class CauseFile
{
    /// <summary>What columns a table may have.</summary>
    public const string Layout = "One row for each unit: unit (serial number), bad (1 or 0, bad or good) or a number value with a limit above or below which a unit is bad, then a column for each step with the machine, lot, coil position or shift; a column named after a step with \" time\" behind it, or time, says when (ISO 8601). Leave a field empty where the genealogy has a hole.";

    private static readonly string[] Serials = ["unit", "serial", "id", "cell", "pack"];
    private static readonly string[] Yes = ["1", "true", "bad", "nok", "fail", "failed", "yes"];
    private static readonly string[] No = ["0", "false", "good", "ok", "pass", "passed", "no"];

    /// <summary>The table.</summary>
    /// <exception cref="ProblemException">It has no units, no judgement or no step.</exception>
    public static CauseTable Read(DelimitedTable table, CauseRequest request)
    {
        var (serial, bad, value, time) = (table.Find(Serials), table.Find("bad", "result"), table.Find("value"), table.Columns.ToList().IndexOf("time"));
        if (bad < 0 && value < 0) throw Malformed(table, $"Which column says whether a unit is bad? There are {string.Join(", ", table.Columns)}.");
        if (bad < 0 && request.BadAbove is null && request.BadBelow is null) throw new ProblemException(QualityProblems.LimitsMissing, "The table has numbers; say above or below which limit a unit is bad.", table.Name, "Give badAbove or badBelow.");
        int[] steps = [.. Enumerable.Range(0, table.Columns.Count).Where(i => i != serial && i != bad && i != value && !table.Columns[i].EndsWith("time", StringComparison.Ordinal))];
        if (steps.Length == 0) throw Malformed(table, "The table has no column of a step.");
        if (steps.GroupBy(step => table.Columns[step], StringComparer.Ordinal).FirstOrDefault(one => one.Skip(1).Any()) is { } twice) throw Malformed(table, $"Two columns are called \"{twice.Key}\".");
        CauseUnit[] units = [.. table.Rows.Select((row, i) => Unit(table, i, (serial, bad, value, request)))];
        return new CauseTable(table.Name, units, [.. steps.Select(step => Column(table, step, table.Columns.ToList().IndexOf(table.Columns[step] + " time") is >= 0 and var own ? own : time))])
        {
            Judged = bad >= 0 ? "as the table says" : string.Create(CultureInfo.InvariantCulture, $"value {(request.BadAbove is { } above ? $"above {above}" : "")}{(request.BadBelow is { } below ? $" below {below}" : "")}"),
        };
    }

    private static CauseUnit Unit(DelimitedTable table, int row, (int Serial, int Bad, int Value, CauseRequest Request) of)
    {
        var name = DelimitedTable.Text(table.Rows[row], of.Serial) ?? (row + 1).ToString(CultureInfo.InvariantCulture);
        if (of.Bad >= 0) return new CauseUnit(name, name, Judged(table, row, of.Bad));
        var value = table.Value(row, of.Value);
        return new CauseUnit(name, name, double.IsNaN(value) ? null : value > of.Request.BadAbove || value < of.Request.BadBelow);
    }

    private static bool? Judged(DelimitedTable table, int row, int column)
    {
        var text = DelimitedTable.Text(table.Rows[row], column)?.ToLowerInvariant();
        return text is null ? null : Yes.Contains(text, StringComparer.Ordinal) ? true : No.Contains(text, StringComparer.Ordinal) ? false
            : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is neither bad nor good.", $"{table.Name}, row {row + 1}", "Write 1 or 0, bad or good.");
    }

    private static StepColumn Column(DelimitedTable table, int step, int time)
    {
        var (levels, codes) = (new Dictionary<string, ushort>(StringComparer.Ordinal), new ushort[table.Rows.Count]);
        for (var row = 0; row < codes.Length; row++)
        {
            if (DelimitedTable.Text(table.Rows[row], step) is not { } level) codes[row] = StepColumn.Unknown;
            else if (levels.TryGetValue(level, out var code)) codes[row] = code;
            else if (levels.Count < CommonalityLimits.MaxLevels) codes[row] = levels[level] = (ushort)levels.Count;
            else throw new ProblemException(CommonProblems.LimitExceeded, $"Column {table.Columns[step]} has more than CommonalityLimits.MaxLevels ({CommonalityLimits.MaxLevels}) levels.", table.Name);
        }

        return new StepColumn(table.Columns[step], [.. levels.Keys], codes) { Times = time < 0 ? null : [.. table.Rows.Select((row, i) => Seconds(table, i, time))], Precedence = time < 0 ? 1 : 0 };
    }

    private static double Seconds(DelimitedTable table, int row, int column)
    {
        if (DelimitedTable.Text(table.Rows[row], column) is not { } text) return double.NaN;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUnixTimeMilliseconds() / 1000.0
            : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is no time.", $"{table.Name}, row {row + 1}, column {table.Columns[column]}", "Write 2026-03-10T10:00Z.");
    }

    private static ProblemException Malformed(DelimitedTable table, string words) => new(CommonProblems.MalformedInput, words, table.Name, Layout);
}
