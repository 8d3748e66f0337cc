namespace Voltloop.Quality.Model.Experts;

/// <summary>A failure mode and effects analysis.</summary>
/// <param name="Links">Its lines.</param>
internal sealed record FailureAnalysis(IReadOnlyList<FailureLink> Links)
{
    /// <summary>Most lines.</summary>
    public const int MaxLinks = 1_000;

    /// <summary>Names of all causes and effects, in the order in which they come.</summary>
    public IReadOnlyList<string> Names() => [.. Links.SelectMany(link => new[] { link.Cause, link.Effect }).Distinct(StringComparer.OrdinalIgnoreCase)];
}
