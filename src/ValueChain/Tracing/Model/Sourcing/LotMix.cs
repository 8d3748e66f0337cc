namespace Voltloop.Tracing.Model.Sourcing;

/// <summary>From which lots an element in a thing stems.</summary>
/// <param name="Lots">Lots at the beginning of the chain, largest share first; empty when no event says.</param>
internal sealed record LotMix(IReadOnlyList<LotShare> Lots)
{
    /// <summary>Mixtures on the way whose parts are weighed by their mass of the element.</summary>
    public int ByElementMass { get; init; }

    /// <summary>Mixtures whose parts are weighed by all their mass, because no event says how much of the element is in one of them.</summary>
    public int ByLotMass { get; init; }
}
