namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>A term of the model, for coded factors.</summary>
/// <param name="Name">Factor, product, square or block.</param>
/// <param name="Coefficient">Change of the response for one coded unit.</param>
/// <param name="Effect">From low to high: twice that; of a square from the middle to an end.</param>
/// <param name="Squares">Its sum of squares when it comes last.</param>
internal sealed record TermResource(string Name, double Coefficient, double Effect, double Squares)
{
    /// <summary>Standard error of the coefficient; absent without degrees of freedom.</summary>
    public double? Error { get; init; }

    /// <summary>Probability by chance.</summary>
    public double? Probability { get; init; }

    /// <summary>Place in the half-normal plot, standard deviations; absent for blocks and surfaces.</summary>
    public double? Place { get; init; }

    /// <summary>Whether it stands out: probability below 0.05, or beyond Lenth's margin when there is no error.</summary>
    public bool StandsOut { get; init; }
}
