using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers;

/// <summary>A file of a cycler as a table: BDF columns, and what was changed to get there.</summary>
/// <param name="Format">Format in words.</param>
/// <param name="Data">Columns in BDF names and units, test time first where there is one.</param>
/// <param name="Repairs">What was changed, by which rule.</param>
internal sealed record CyclerTable(string Format, TableData Data, RepairReport Repairs)
{
    /// <summary>Keys and values in front of the header, keys in lower case.</summary>
    public IReadOnlyDictionary<string, string> Preamble { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True when the unit of test time was assumed, because neither the header nor the format says it.</summary>
    public bool IsTimeUnitAssumed { get; init; }
}
