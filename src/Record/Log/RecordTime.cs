namespace Voltloop.Record.Log;

/// <summary>Moments as the record keeps them: whole microseconds since 1970-01-01T00:00:00Z, cut off, not rounded.</summary>
public static class RecordTime
{
    /// <summary>One step of the record's clock.</summary>
    public static readonly TimeSpan Resolution = TimeSpan.FromMicroseconds(1);

    private const long EpochMicroseconds = 62_135_596_800_000_000;

    /// <summary>Microseconds of a moment.</summary>
    public static long ToMicroseconds(DateTimeOffset moment) => (moment.UtcTicks / TimeSpan.TicksPerMicrosecond) - EpochMicroseconds;

    /// <summary>Whether there is such a moment: years 1 to 9999.</summary>
    public static bool IsMoment(long microseconds) =>
        microseconds >= -EpochMicroseconds && microseconds <= ToMicroseconds(DateTimeOffset.MaxValue);

    /// <summary>The moment, in UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new((microseconds + EpochMicroseconds) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The moment as the record would give it back.</summary>
    public static DateTimeOffset Cut(DateTimeOffset moment) => FromMicroseconds(ToMicroseconds(moment));
}
