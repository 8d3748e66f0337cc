namespace Voltloop.Core.Time;

/// <summary>
/// A point in both times of the record: what was valid at <see cref="ValidAt"/>, as known at <see cref="KnownAt"/>
/// (Snodgrass, bitemporal data). The default value is "the beginning of time" and shows nothing.
/// </summary>
/// <param name="ValidAt">Moment in the world (UTC).</param>
/// <param name="KnownAt">Moment in the record: later writes are not seen (UTC).</param>
public readonly record struct AsOf(DateTimeOffset ValidAt, DateTimeOffset KnownAt)
{
    /// <summary>Everything known so far, including facts that become valid in the future.</summary>
    public static readonly AsOf Latest = new(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);

    /// <summary>Valid at a moment, with everything known so far.</summary>
    public static AsOf At(DateTimeOffset validAt) => new(validAt, DateTimeOffset.MaxValue);
}
