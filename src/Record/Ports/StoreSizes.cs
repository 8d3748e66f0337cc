namespace Voltloop.Record.Ports;

/// <summary>What a store takes on disk.</summary>
/// <param name="Parts">Part by part; together as large as what is in use.</param>
/// <param name="Passports">Batteries of any kind in it.</param>
public sealed record StoreSizes(IReadOnlyList<StorePart> Parts, long Passports)
{
    /// <summary>Bytes of the files, with what waits to be merged and what was freed.</summary>
    public long FileBytes { get; init; }

    /// <summary>Bytes in use: what a back-up takes at most.</summary>
    public long UsedBytes { get; init; }

    /// <summary>Writes that the record has acknowledged, counted as assertions.</summary>
    public long Assertions { get; init; }

    /// <summary>Things that were measured row by row; as many as there are when nothing was estimated.</summary>
    public long SampledThings { get; init; }

    /// <summary>All things.</summary>
    public long Things { get; init; }

    /// <summary>Bytes of a part; 0 when there is none of that name.</summary>
    public long BytesOf(string part) => Parts.Where(one => string.Equals(one.Name, part, StringComparison.Ordinal)).Sum(one => one.Bytes);

    /// <summary>Entries of a part; 0 when there is none of that name.</summary>
    public long RowsOf(string part) => Parts.Where(one => string.Equals(one.Name, part, StringComparison.Ordinal)).Sum(one => one.Rows);
}
