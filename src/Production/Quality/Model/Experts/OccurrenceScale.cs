namespace Voltloop.Quality.Model.Experts;

/// <summary>
/// What a rating of occurrence means here: 10 is one in ten, each step down divides by the root of ten, so that 4 is one in ten thousand and 1 three in a million.
/// Handbooks have tables of their own; a column of probabilities takes the place of the rating.
/// </summary>
internal static class OccurrenceScale
{
    /// <summary>Highest rating.</summary>
    public const int Most = 10;

    /// <summary>Probability of a rating of 1 to 10.</summary>
    public static double Probability(int rating) => Math.Pow(10, -1 - ((Most - rating) / 2.0));
}
