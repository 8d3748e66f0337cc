namespace Voltloop.Quality.Model;

/// <summary>Signals in the order of time: a row for each moment, a column for each signal; NaN where a value is missing.</summary>
/// <param name="Name">Where they come from, for messages.</param>
/// <param name="Columns">Names of the signals.</param>
/// <param name="Rows">Rows.</param>
internal sealed record SignalTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<double[]> Rows)
{
    /// <summary>Most signals.</summary>
    public const int MaxSignals = 200;

    /// <summary>Most rows.</summary>
    public const int MaxRows = 50_000;

    /// <summary>Name of each row: its moment, unit or number.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>When each row was read (UTC), where that is known.</summary>
    public IReadOnlyList<DateTimeOffset?> Times { get; init; } = [];

    /// <summary>Name of a row.</summary>
    public string LabelOf(int row) => row < Labels.Count ? Labels[row] : $"row {row + 1}";

    /// <summary>Some of the columns, in the order given.</summary>
    public SignalTable Take(IReadOnlyList<int> columns) => this with { Columns = [.. columns.Select(j => Columns[j])], Rows = [.. Rows.Select(row => columns.Select(j => row[j]).ToArray())] };
}
