namespace Voltloop.Quality.LearnStructure;

/// <summary>An edge: two variables that belong together whatever is held fixed.</summary>
/// <param name="From">Cause, or one of the two while the direction is open.</param>
/// <param name="To">Effect, or the other.</param>
/// <param name="Direction">order (of the stations), data or open.</param>
/// <param name="Correlation">Partial correlation in the test that came closest to taking the edge away.</param>
/// <param name="Interval">95 % interval of it.</param>
/// <param name="Probability">Probability of it by chance (Fisher's z, two sides).</param>
internal sealed record EdgeResource(string From, string To, string Direction, double Correlation, IReadOnlyList<double> Interval, double Probability)
{
    /// <summary>What that test held fixed.</summary>
    public required IReadOnlyList<string> Held { get; init; }

    /// <summary>Share of halves of the rows in which the two are joined again; absent when none were drawn.</summary>
    public double? Again { get; init; }
}
