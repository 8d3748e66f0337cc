using Voltloop.Web.Formatting;

namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>An analysis in words.</summary>
internal static class AnalysisWords
{
    /// <summary>How well the model fits.</summary>
    public static string Fit(AnalysisResource result)
    {
        var adjusted = result.AdjustedExplained is { } share ? $" (adjusted {QuantityFormat.Fixed(100 * share, 1)} %)" : "";
        var deviation = result.Deviation is { } sigma ? $", residual standard deviation {QuantityFormat.Number(sigma)}" : "";
        return $"{result.Response}: {result.Runs} runs, {result.Model} model, {QuantityFormat.Fixed(100 * result.Explained, 1)} % of the squares explained{adjusted}{deviation}; in the middle {QuantityFormat.Number(result.Constant, 5)}.";
    }

    /// <summary>Where the surface is level; <c>null</c> when it has no such point.</summary>
    public static string? Stationary(AnalysisResource result) => result.Stationary is not { } point ? null
        : $"The surface has a {point.Nature} of {QuantityFormat.Number(point.Response, 5)} at {string.Join(", ", result.Coding.Select((factor, j) => $"{factor.Name} {QuantityFormat.Number(point.Levels[j], 5)}"))}{(point.Inside ? "" : ", outside of the runs")}; curvatures {string.Join(", ", point.Curvatures.Select(value => QuantityFormat.Number(value)))}.";
}
