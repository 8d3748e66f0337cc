using Voltloop.Kernels.Commonality;

namespace Voltloop.Quality.FindCause;

/// <summary>What separates bad units from good ones.</summary>
/// <param name="Source">Where the units are from.</param>
/// <param name="Verdict">found, nothingSeparates, allBad, noneBad or tooFew.</param>
/// <param name="Says">The same in words.</param>
internal sealed record CauseResource(string Source, string Verdict, string Says)
{
    /// <summary>Units compared.</summary>
    public int Units { get; init; }

    /// <summary>Bad ones among them.</summary>
    public int Bad { get; init; }

    /// <summary>How bad units were told from good ones.</summary>
    public required string Judged { get; init; }

    /// <summary>Possible causes that were looked at.</summary>
    public int Tests { get; init; }

    /// <summary>Causes, the first one found first.</summary>
    public IReadOnlyList<CauseEvidence> Causes { get; init; } = [];

    /// <summary>Everything that was followed, the least likely by chance first; the first <see cref="CauseFinder.MaxRanked"/>.</summary>
    public IReadOnlyList<FactorResource> Ranking { get; init; } = [];

    /// <summary>Steps with holes in the genealogy: units whose level is not known.</summary>
    public IReadOnlyDictionary<string, int> Holes { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How it was found.</summary>
    public string Method => "Commonality by Fisher's exact test of every level, window scan (Kulldorff 1997) and pairs; Holm correction; forward selection within Mantel-Haenszel strata; a window by its machine's own readings where they were off (least squares over beginnings, ends and ramps)";

    /// <summary>Where it holds.</summary>
    public string Validity => FormattableString.Invariant($"At least {CommonalityLimits.FewestBad} bad and {CommonalityLimits.FewestGood} good units; units are taken as independent of each other. An association, not a proof: what goes together in all units cannot be told apart.");
}
