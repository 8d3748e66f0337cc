using Voltloop.Kernels.Commonality;

namespace Voltloop.Quality.FindCause;

/// <summary>Units with where they were at each step. Times are seconds since 1970.</summary>
/// <param name="Name">Where the table is from.</param>
/// <param name="Units">The units.</param>
/// <param name="Columns">The steps.</param>
internal sealed record CauseTable(string Name, IReadOnlyList<CauseUnit> Units, IReadOnlyList<StepColumn> Columns)
{
    /// <summary>How bad units were told from good ones.</summary>
    public string Judged { get; init; } = "as the table says";

    /// <summary>Whether the units are batteries of the record.</summary>
    public bool IsRecord { get; init; }

    /// <summary>The units that are known to be bad or good, which are all that can be compared.</summary>
    public CauseTable Judgeable()
    {
        int[] kept = [.. Enumerable.Range(0, Units.Count).Where(unit => Units[unit].IsBad is not null)];
        return kept.Length == Units.Count ? this : this with { Units = [.. kept.Select(unit => Units[unit])], Columns = [.. Columns.Select(column => Taken(column, kept))] };
    }

    /// <summary>The bad units.</summary>
    public UnitSet Bad()
    {
        var bad = new UnitSet(Units.Count);
        for (var unit = 0; unit < Units.Count; unit++) if (Units[unit].IsBad == true) bad.Add(unit);
        return bad;
    }

    private static StepColumn Taken(StepColumn column, int[] units)
    {
        var (starts, codes, times) = (new int[units.Length + 1], new List<ushort>(), new List<double>());
        for (var i = 0; i < units.Length; i++)
        {
            var (from, before) = column.Visits(units[i]);
            codes.AddRange(column.Codes.AsSpan(from, before - from));
            if (column.Times is not null) times.AddRange(column.Times.AsSpan(from, before - from));
            starts[i + 1] = codes.Count;
        }

        return column with { Codes = [.. codes], Starts = starts, Times = column.Times is null ? null : [.. times] };
    }
}
