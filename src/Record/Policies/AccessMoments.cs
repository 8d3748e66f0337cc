namespace Voltloop.Record.Policies;

/// <summary>The two moments of a decision.</summary>
/// <param name="Now">When it is asked (UTC): grants, revocations and responsibility count as of now, whatever past is read.</param>
/// <param name="RecordedAt">When the value was recorded (UTC): a value that was restricted then stays restricted.</param>
public readonly record struct AccessMoments(DateTimeOffset Now, DateTimeOffset RecordedAt)
{
    /// <summary>A value of today.</summary>
    public static AccessMoments At(DateTimeOffset now) => new(now, now);
}
