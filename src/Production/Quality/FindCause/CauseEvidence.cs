namespace Voltloop.Quality.FindCause;

/// <summary>A cause with what a person can check.</summary>
/// <param name="Factor">The cause with its table.</param>
/// <param name="Probability">Probability by chance, within strata of the causes before it, corrected for everything that was looked at.</param>
internal sealed record CauseEvidence(FactorResource Factor, double Probability)
{
    /// <summary>Risk ratio within those strata (Mantel and Haenszel); absent when no stratum has bad units without the cause.</summary>
    public double? RiskRatio { get; init; }

    /// <summary>First and last moment at which it may have begun (UTC); empty without a window.</summary>
    public IReadOnlyList<DateTimeOffset> Onset { get; init; } = [];

    /// <summary>First and last moment at which it may have ended (UTC).</summary>
    public IReadOnlyList<DateTimeOffset> End { get; init; } = [];

    /// <summary>Probability of the window when the machine was as bad all the time (permutation); absent without a window.</summary>
    public double? WindowProbability { get; init; }

    /// <summary>What the machine's own sensors say; absent when they say nothing.</summary>
    public ReadingWitness? Readings { get; init; }

    /// <summary>What these data cannot tell apart from it.</summary>
    public IReadOnlyList<FactorResource> Alike { get; init; } = [];

    /// <summary>What looked like a cause only because it went together with this one.</summary>
    public IReadOnlyList<FactorResource> Explained { get; init; } = [];

    /// <summary>Bad units without it: it cannot explain them.</summary>
    public IReadOnlyList<string> BadWithout { get; init; } = [];

    /// <summary>Good units with it.</summary>
    public IReadOnlyList<string> GoodWith { get; init; } = [];

    /// <summary>Bad share at its machine over time.</summary>
    public IReadOnlyList<CoursePoint> Course { get; init; } = [];

    /// <summary>Every unit that it may have touched, judged or not, by the widest limits of its time.</summary>
    public IReadOnlyList<CauseUnit> Affected { get; init; } = [];
}
