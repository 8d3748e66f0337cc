namespace Voltloop.Tests.Compliance.Model;

/// <summary>A clock that the test turns.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
