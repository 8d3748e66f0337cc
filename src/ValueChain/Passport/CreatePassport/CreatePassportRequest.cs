using Voltloop.Record.Things;

namespace Voltloop.Passport.CreatePassport;

/// <summary>A model or an item with what is known of it.</summary>
public sealed record CreatePassportRequest
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Model, or what sort of item.</summary>
    public ThingKind Kind { get; init; }

    /// <summary>Short name, at most 200 characters; the identifier when absent.</summary>
    public string? Label { get; init; }

    /// <summary>Model whose data the item resolves; must be in the record.</summary>
    public string? Model { get; init; }

    /// <summary>Further identifiers: serial number, part number.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Who claims the facts.</summary>
    public required string Issuer { get; init; }

    /// <summary>Facts about it.</summary>
    public IReadOnlyList<StatementDraft> Statements { get; init; } = [];
}
