namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>What an experiment says.</summary>
/// <param name="Table">File.</param>
/// <param name="Response">Column of the response.</param>
/// <param name="Runs">Runs that were used.</param>
/// <param name="Model">main, interactions or quadratic.</param>
internal sealed record AnalysisResource(string Table, string Response, int Runs, string Model)
{
    /// <summary>Terms with their coefficients, the largest effect first; the constant is in <see cref="Constant"/>.</summary>
    public required IReadOnlyList<TermResource> Terms { get; init; }

    /// <summary>Response in the middle of all factors.</summary>
    public double Constant { get; init; }

    /// <summary>Table of variance: model, residual, lack of fit, pure error, total.</summary>
    public required IReadOnlyList<VarianceLine> Variance { get; init; }

    /// <summary>Share of the squares that the model explains.</summary>
    public double Explained { get; init; }

    /// <summary>The same for the degrees of freedom spent; absent without any left.</summary>
    public double? AdjustedExplained { get; init; }

    /// <summary>Residual standard deviation, unit of the response; absent without degrees of freedom.</summary>
    public double? Deviation { get; init; }

    /// <summary>Middle and half width that factors are coded by.</summary>
    public required IReadOnlyList<CodedFactor> Coding { get; init; }

    /// <summary>Effect beyond which one stands out among all (Lenth, 95 %); absent for surfaces and fewer than three effects.</summary>
    public double? Margin { get; init; }

    /// <summary>Where the surface is level; absent when the model has no squares or is flat in a direction.</summary>
    public StationaryResource? Stationary { get; init; }

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
