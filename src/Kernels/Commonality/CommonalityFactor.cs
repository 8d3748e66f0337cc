namespace Voltloop.Kernels.Commonality;

/// <summary>A possible cause.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Column">Place of the step.</param>
/// <param name="Level">Place of the level.</param>
public sealed record CommonalityFactor(FactorKind Kind, int Column, int Level)
{
    /// <summary>The second step and level of a pair.</summary>
    public (int Column, int Level)? Second { get; init; }

    /// <summary>The window.</summary>
    public BadWindow? Window { get; init; }

    /// <summary>Units with it, bad and good.</summary>
    public required ContingencyTable Table { get; init; }

    /// <summary>Possible causes of the same make among which it was chosen.</summary>
    public int Searched { get; init; } = 1;

    /// <summary>Probability by chance (Fisher, one-sided), times the number among which it was chosen.</summary>
    public double Probability { get; init; }

    /// <summary>The same after Holm's correction for everything that was looked at.</summary>
    public double Adjusted { get; init; } = 1;

    internal (FactorKind, int, int, (int, int)?) Key => (Kind, Column, Level, Second);

    internal UnitSet With { get; init; } = new(0);

    internal UnitSet Known { get; init; } = new(0);

    internal int Precedence { get; init; }

    /// <summary>Whether a unit has it.</summary>
    public bool Has(int unit) => With[unit];

    internal ContingencyTable Within(UnitSet bad, UnitSet stratum) => UnitSet.Table(With, Known, bad, stratum);

    internal double Chance(UnitSet bad, IReadOnlyList<UnitSet> strata)
    {
        var tables = new ContingencyTable[strata.Count];
        for (var i = 0; i < tables.Length; i++) tables[i] = Within(bad, strata[i]);
        return Math.Min(1, Searched * StratifiedTest.Probability(tables));
    }
}
