using Voltloop.Core.Problems;

namespace Voltloop.Quality.ReadTables;

/// <summary>Which column of a table stands for which name: <c>value=Dicke, sample=Los</c>.</summary>
internal static class ColumnNames
{
    /// <summary>How columns are named, for help texts.</summary>
    public const string Help = "Which column stands for which name, when the headings differ: value=Dicke, sample=Los.";

    /// <summary>The headings with the names put in.</summary>
    /// <exception cref="ProblemException">A pair cannot be read, or no column has that heading.</exception>
    public static string[] Apply(IReadOnlyList<string> headings, string? names)
    {
        string[] named = [.. headings];
        foreach (var pair in (names ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 0 } name, { Length: > 0 } heading]) throw new ProblemException(CommonProblems.InvalidValue, $"\"{pair}\" names no column.", "columns", "Write value=Dicke, sample=Los");
            var place = Place(headings, heading);
            if (place < 0) throw new ProblemException(CommonProblems.InvalidValue, $"No column is headed \"{heading}\". Columns: {string.Join(", ", headings)}.", "columns");
            named[place] = name;
        }

        return named;
    }

    private static int Place(IReadOnlyList<string> headings, string heading)
    {
        for (var i = 0; i < headings.Count; i++) if (string.Equals(headings[i], heading, StringComparison.OrdinalIgnoreCase) || string.Equals(headings[i].Split('(')[0].Trim(), heading, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}
