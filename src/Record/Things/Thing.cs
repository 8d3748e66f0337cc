using Voltloop.Core.Identities;

namespace Voltloop.Record.Things;

/// <summary>Whatever has an identity in the record.</summary>
/// <param name="Id">Canonical identifier.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Label">Short name for people, at most 200 characters.</param>
/// <param name="Model">The model whose data this thing resolves; <c>null</c> for models and things without one.</param>
public sealed record Thing(ThingId Id, ThingKind Kind, string Label, ThingId? Model = null)
{
    /// <summary>Further identifiers by which people may search for the thing: serial number, part number, old id.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
