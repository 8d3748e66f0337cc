namespace Voltloop.Quality.Model.Experts;

/// <summary>A line of a failure mode and effects analysis: what brings about what, as an expert rates it.</summary>
/// <param name="Cause">Cause.</param>
/// <param name="Effect">Failure that it brings about.</param>
internal sealed record FailureLink(string Cause, string Effect)
{
    /// <summary>Who says so; absent when the table does not tell.</summary>
    public string? Expert { get; init; }

    /// <summary>Severity, 1 to 10.</summary>
    public int? Severity { get; init; }

    /// <summary>Occurrence of the cause, 1 to 10.</summary>
    public int? Occurrence { get; init; }

    /// <summary>Detection, 1 to 10: 10 is not detected.</summary>
    public int? Detection { get; init; }

    /// <summary>Probability of the cause, in place of a rating.</summary>
    public double? Probability { get; init; }

    /// <summary>Probability that the cause alone brings about the effect.</summary>
    public double? Strength { get; init; }

    /// <summary>Risk priority number; absent when a rating is missing.</summary>
    public int? Priority => Severity * Occurrence * Detection;

    /// <summary>Probability of the cause as rated; absent without a rating.</summary>
    public double? Rate => Probability ?? (Occurrence is { } rating ? OccurrenceScale.Probability(rating) : null);
}
