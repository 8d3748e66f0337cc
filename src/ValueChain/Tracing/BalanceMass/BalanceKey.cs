using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>What a balance follows from, besides the settings.</summary>
/// <param name="View">What events say.</param>
/// <param name="Length">Length of the periods.</param>
/// <param name="Facts">What is stated about sites.</param>
internal sealed record BalanceKey(MassView View, PeriodLength Length, IReadOnlyList<SiteFacts> Facts)
{
    /// <summary>Whether another one gives the same balance.</summary>
    public bool IsSameAs(BalanceKey other) => Length == other.Length && View.IsSameAs(other.View) && Facts.SequenceEqual(other.Facts);
}
