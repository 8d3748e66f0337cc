using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Tracing.AskHolders;

/// <summary>A grant as a form sends it.</summary>
internal sealed record ChainGrantForm
{
    /// <summary>did:web of the party.</summary>
    public string? To { get; init; }

    /// <summary>Where the chain begins.</summary>
    public string? Thing { get; init; }

    /// <summary>up or down.</summary>
    public string? Direction { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Steps.</summary>
    public string? Depth { get; init; }

    /// <summary>Last day (UTC).</summary>
    public string? Until { get; init; }

    /// <summary>The request behind the form.</summary>
    /// <exception cref="ProblemException">A field is no number or no day.</exception>
    public ChainGrantRequest ToRequest() => new()
    {
        To = To,
        Thing = Thing,
        Direction = Direction,
        Purpose = Purpose,
        Depth = string.IsNullOrEmpty(Depth) ? null : int.TryParse(Depth, NumberStyles.None, CultureInfo.InvariantCulture, out var depth) ? depth : throw new ProblemException(CommonProblems.BadRequest, $"\"{Depth}\" is no number of steps.", "depth"),
        Until = string.IsNullOrEmpty(Until) ? null : DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : throw new ProblemException(CommonProblems.BadRequest, $"\"{Until}\" is no day.", "until"),
    };
}
