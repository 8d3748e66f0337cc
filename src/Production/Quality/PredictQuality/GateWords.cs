using System.Globalization;

namespace Voltloop.Quality.PredictQuality;

/// <summary>A gate in words.</summary>
internal static class GateWords
{
    /// <summary>A share.</summary>
    public static string Percent(double? share) => share is { } value ? (Math.Round(value, 1) + 0.0).ToString("F1", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>What was done.</summary>
    public static string Decided(GateScore? score) => score is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{score.Accepted} / {score.Rejected} / {score.Measured}");

    /// <summary>What went wrong.</summary>
    public static string Escapes(GateScore? score) => score is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{score.Escapes} of {score.Bad} bad passed, {score.FalseRejects} good rejected");

    /// <summary>What it costs; <c>null</c> when no costs are given.</summary>
    public static string? Cost(GateScore? score) => score is not { CostOfGate: { } gate, CostOfPassing: { } passing, CostOfMeasuring: { } measuring } ? null
        : string.Create(CultureInfo.InvariantCulture, $"Cost of a unit: {gate:G3} with the gate, {passing:G3} when all pass, {measuring:G3} when all are measured.");
}
