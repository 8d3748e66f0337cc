using Voltloop.Core.Identities;
using Voltloop.Record.Things;

namespace Voltloop.Record.Ports;

/// <summary>Which things to list, in the order of their identifiers.</summary>
public sealed record ThingQuery
{
    /// <summary>Largest page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Kinds wanted; empty for all.</summary>
    public IReadOnlyList<ThingKind> Kinds { get; init; } = [];

    /// <summary>Only items of this model.</summary>
    public ThingId? Model { get; init; }

    /// <summary>Only things with exactly this identifier, as their own or a further one, letter by letter. Found without a search.</summary>
    public string? Identifier { get; init; }

    /// <summary>Only things with an identifier, label or alias that contains this text, ignoring case; matches at the start come first.</summary>
    public string? Text { get; init; }

    /// <summary>Opaque place to go on from: the <see cref="Page{T}.Next"/> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>Page size, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 100;
}
