namespace Voltloop.Tracing.BalanceMass;

/// <summary>What events say about masses, as of an event. It does not change any more.</summary>
/// <param name="Entries">In the order of event time.</param>
/// <param name="UpTo">Number of the last event that was looked at.</param>
internal sealed record MassSnapshot(IReadOnlyList<MassEntry> Entries, long UpTo)
{
    /// <summary>Nothing was read yet.</summary>
    public static readonly MassSnapshot Empty = new([], 0);

    /// <summary>There is more than is kept at hand: nothing is.</summary>
    public static readonly MassSnapshot Full = new([], long.MaxValue);

    /// <summary>This and what came since.</summary>
    public MassSnapshot With(IReadOnlyList<MassEntry> added, long upTo) =>
        new(added.Count == 0 ? Entries : [.. Entries.Concat(added).OrderBy(entry => entry.Said.At).ThenBy(entry => entry.Number)], upTo);
}
