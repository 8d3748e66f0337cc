using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers;

/// <summary>A line that could be the header of a table.</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="Next">Where the line after it begins, in bytes.</param>
/// <param name="Delimiter">What separates its fields.</param>
/// <param name="Names">The names.</param>
internal sealed record HeaderRow(int Line, int Next, byte Delimiter, IReadOnlyList<string> Names)
{
    /// <summary>Quantity and unit of each name.</summary>
    public IReadOnlyList<ColumnName> Parsed { get; } = [.. Names.Select(ColumnName.Parse)];

    /// <summary>The quantities, for matching.</summary>
    public IReadOnlySet<string> Keys { get; } = Names.Select(name => ColumnName.Parse(name).Quantity).ToHashSet(StringComparer.Ordinal);
}
