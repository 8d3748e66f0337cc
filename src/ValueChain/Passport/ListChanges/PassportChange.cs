namespace Voltloop.Passport.ListChanges;

/// <summary>One change of a passport (EN 18223, 4.3): what one actor wrote at one moment as one unit.</summary>
public sealed record PassportChange
{
    /// <summary>Number of the change in this record; its proof is found under the same number.</summary>
    public required string ChangeId { get; init; }

    /// <summary>When the record took it (UTC).</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Identifier of the operator who made it.</summary>
    public required string Actor { get; init; }

    /// <summary>The item, or the model whose data the item resolves.</summary>
    public required string Subject { get; init; }

    /// <summary>Normalized paths (RFC 9535) of the elements that changed, in the compressed representation.</summary>
    public required IReadOnlyList<string> ChangedProperties { get; init; }
}
