namespace Voltloop.Tracing.BalanceMass;

/// <summary>What somebody may see of what events say about masses.</summary>
/// <param name="Entries">In the order of event time.</param>
/// <param name="UpTo">Number of the last event, when all are seen; else <c>null</c>.</param>
internal sealed record MassView(IReadOnlyList<MassEntry> Entries, long? UpTo)
{
    /// <summary>Whether another view shows the same.</summary>
    public bool IsSameAs(MassView other) => UpTo == other.UpTo
        && Entries.Count == other.Entries.Count && (UpTo is not null || Entries.Select(entry => entry.Number).SequenceEqual(other.Entries.Select(entry => entry.Number)));
}
