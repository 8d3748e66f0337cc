using Voltloop.Health.Importing;

namespace Voltloop.Health.ImportCapacityTables;

/// <summary>The rows of one cell.</summary>
/// <param name="Identity">The cell.</param>
/// <param name="Columns">One array per channel: cycle count, capacity in Ah, further channels.</param>
/// <param name="Lines">Line number of each row.</param>
internal sealed record CellTable(Identity Identity, IReadOnlyList<double[]> Columns, int[] Lines)
{
    /// <summary>Cycle counts.</summary>
    public double[] Cycle => Columns[0];

    /// <summary>Discharged capacity in Ah.</summary>
    public double[] Capacity => Columns[1];
}
