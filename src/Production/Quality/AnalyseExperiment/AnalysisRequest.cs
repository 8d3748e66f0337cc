namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>How an experiment is to be analysed.</summary>
/// <param name="Response">Column of the response; the last one when left out.</param>
/// <param name="Model">main, interactions or quadratic; what the levels allow when left out.</param>
internal sealed record AnalysisRequest(string? Response = null, string? Model = null);
