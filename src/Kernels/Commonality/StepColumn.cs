namespace Voltloop.Kernels.Commonality;

/// <summary>
/// Where units were at one step: machine, lot, position or shift. A unit may have been at several levels when it is made of parts.
/// </summary>
/// <param name="Name">Name of the step.</param>
/// <param name="Levels">Names of the levels.</param>
/// <param name="Codes">Level of each visit; <see cref="Unknown"/> where it is not known. Without <see cref="Starts"/> one visit for each unit.</param>
public sealed record StepColumn(string Name, IReadOnlyList<string> Levels, ushort[] Codes)
{
    /// <summary>Code of a level that is not known.</summary>
    public const ushort Unknown = ushort.MaxValue;

    /// <summary>First visit of each unit, and behind the last one; <c>null</c> for one visit each.</summary>
    public int[]? Starts { get; init; }

    /// <summary>Moment of each visit, in any unit of time; <c>null</c> without times.</summary>
    public double[]? Times { get; init; }

    /// <summary>Which level is the likelier name of a cause when data cannot tell: the smaller the better (machine 0, lot 1, shift 2).</summary>
    public int Precedence { get; init; }

    /// <summary>Units.</summary>
    public int Units => Starts is null ? Codes.Length : Starts.Length - 1;

    /// <summary>Visits of a unit: the first one and the one behind the last.</summary>
    public (int From, int Before) Visits(int unit) => Starts is null ? (unit, unit + 1) : (Starts[unit], Starts[unit + 1]);

    /// <summary>Units of which a level is known.</summary>
    public UnitSet Known()
    {
        var known = new UnitSet(Units);
        for (var unit = 0; unit < Units; unit++)
        {
            var (from, before) = Visits(unit);
            if (Codes.AsSpan(from, before - from).ContainsAnyExcept(Unknown)) known.Add(unit);
        }

        return known;
    }

    /// <summary>Units that were at a level.</summary>
    public UnitSet At(int level)
    {
        var at = new UnitSet(Units);
        for (var unit = 0; unit < Units; unit++)
        {
            var (from, before) = Visits(unit);
            if (Codes.AsSpan(from, before - from).Contains((ushort)level)) at.Add(unit);
        }

        return at;
    }

    /// <summary>Units that were at a level in a window.</summary>
    public UnitSet At(int level, double from, double to)
    {
        var at = new UnitSet(Units);
        for (var unit = 0; unit < Units; unit++)
        {
            var (first, before) = Visits(unit);
            for (var visit = first; visit < before; visit++)
            {
                if (Codes[visit] == level && Times![visit] >= from && Times[visit] <= to) at.Add(unit);
            }
        }

        return at;
    }
}
