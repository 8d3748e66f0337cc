namespace Voltloop.Quality.MonitorProcess;

/// <summary>What a signal contributes to a figure.</summary>
/// <param name="Signal">Name of the signal.</param>
/// <param name="Value">Its part of the figure; parts add up to the figure.</param>
internal sealed record ContributionResource(string Signal, double Value);
