using Voltloop.Quality.Model.Experts;

namespace Voltloop.Quality.CompareExperts;

/// <summary>What experts say, whether it goes together, and whether the data agree.</summary>
/// <param name="Source">File.</param>
/// <param name="Says">The outcome, in words.</param>
internal sealed record FmeaResource(string Source, string Says)
{
    /// <summary>Lines, the largest risk priority number first.</summary>
    public required IReadOnlyList<FailureLink> Links { get; init; }

    /// <summary>What does not go together, among experts and with the data.</summary>
    public required IReadOnlyList<ExpertConflict> Conflicts { get; init; }

    /// <summary>Failures that were seen.</summary>
    public IReadOnlyList<string> Observed { get; init; } = [];

    /// <summary>Probabilities of causes, what became most probable first; empty without probabilities.</summary>
    public IReadOnlyList<CauseProbability> Causes { get; init; } = [];

    /// <summary>Links beside the data; empty without data.</summary>
    public IReadOnlyList<LinkVerdict> Verdicts { get; init; } = [];

    /// <summary>Data that links were compared with.</summary>
    public string? Data { get; init; }

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
