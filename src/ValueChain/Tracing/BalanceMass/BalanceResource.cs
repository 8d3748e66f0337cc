using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>The books of sites.</summary>
/// <param name="Sites">Suspicious ones first.</param>
/// <param name="Findings">Most urgent first.</param>
/// <param name="Lines">Ledger lines.</param>
/// <param name="Assumptions">What was assumed where nothing is stated.</param>
internal sealed record BalanceResource(
    IReadOnlyList<SiteResource> Sites, IReadOnlyList<FindingResource> Findings, IReadOnlyList<LedgerResource> Lines, CustodyPolicy Assumptions)
{
    /// <summary>Events that say something about masses.</summary>
    public int Events { get; init; }

    /// <summary>Quantities without a mass, which are in no ledger.</summary>
    public int QuantitiesWithoutMass { get; init; }

    /// <summary>True when the reader may not see every event: what is hidden looks missing.</summary>
    public bool IsPartial { get; init; }
}
