namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>How a factor is coded: (level - middle) / half.</summary>
/// <param name="Name">Name.</param>
/// <param name="Middle">Level coded 0.</param>
/// <param name="Half">Levels for one coded unit.</param>
internal sealed record CodedFactor(string Name, double Middle, double Half);
