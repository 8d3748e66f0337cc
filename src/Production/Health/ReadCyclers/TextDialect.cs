namespace Voltloop.Health.ReadCyclers;

/// <summary>How one program writes its table of text: what its header is recognised by, and what its columns mean.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Signature">Quantities that the header must have, all of them.</param>
/// <param name="Columns">Quantity of a header, or quantity and unit as <c>charge_capacity (mwh)</c>, with its meaning.</param>
internal sealed record TextDialect(string Name, IReadOnlyList<string> Signature, IReadOnlyDictionary<string, VendorColumn> Columns)
{
    /// <summary>Quantities of which the header must have at least one; empty when the signature is enough.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>Groups of quantities of each of which the header must have one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AllOf { get; init; } = [];

    /// <summary>What the header must have after <see cref="Flatten"/>; <c>null</c> when it stays as it is.</summary>
    public IReadOnlyList<string>? FlatSignature { get; init; }

    /// <summary>Turns the text into one with a row per sample before it is read; lines keep their numbers.</summary>
    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? Flatten { get; init; }

    /// <summary>What must be done once the numbers are read, for example signs that stand in another column.</summary>
    public Func<CyclerTable, CyclerTable>? Finish { get; init; }

    /// <summary>True when the keys of a line are those of the header.</summary>
    public bool Match(IReadOnlySet<string> keys) => Signature.All(keys.Contains)
        && (OneOf.Count == 0 || OneOf.Any(keys.Contains)) && AllOf.All(group => group.Any(keys.Contains));

    /// <summary>The dialect of the text after <see cref="Flatten"/>.</summary>
    public TextDialect Flattened() => FlatSignature is null ? this : this with { Signature = FlatSignature, FlatSignature = null, Flatten = null };

    /// <summary>The meaning of a column; <c>null</c> when the dialect gives it none.</summary>
    public VendorColumn? Find(ReadTables.ColumnName name) =>
        name.Unit is { } unit && Columns.TryGetValue($"{name.Quantity} ({unit.ToLowerInvariant()})", out var exact) ? exact : Columns.GetValueOrDefault(name.Quantity);
}
