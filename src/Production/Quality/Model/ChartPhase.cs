namespace Voltloop.Quality.Model;

/// <summary>A stretch of a chart with limits of its own. Limits are estimated in it once and then stand.</summary>
/// <param name="Start">Index of its first sample.</param>
/// <param name="Reason">Why it begins.</param>
internal sealed record ChartPhase(int Start, string Reason)
{
    /// <summary>Samples from its start that limits are estimated from; the later ones are judged by them. <c>null</c> for all of it.</summary>
    public int? Baseline { get; init; }

    /// <summary>Centre that is given and not estimated.</summary>
    public double? Center { get; init; }

    /// <summary>Standard deviation of single values that is given and not estimated.</summary>
    public double? Sigma { get; init; }
}
