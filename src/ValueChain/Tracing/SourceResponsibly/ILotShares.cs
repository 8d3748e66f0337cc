using Voltloop.Tracing.Model.Sourcing;

namespace Voltloop.Tracing.SourceResponsibly;

/// <summary>Knows from which lots an element in a thing stems, as the actor at work may see it.</summary>
internal interface ILotShares
{
    /// <summary>The lots at the beginning of the chain with their parts of the element; empty when no event says.</summary>
    Task<LotMix> ReadAsync(string thing, string element, CancellationToken cancellation);
}
