namespace Voltloop.Quality.PredictQuality;

/// <summary>How much a feature says.</summary>
/// <param name="Feature">Name.</param>
/// <param name="Loss">Growth of the root mean squared error when it is shuffled, unit of the outcome.</param>
internal sealed record FeatureLoss(string Feature, double Loss);
