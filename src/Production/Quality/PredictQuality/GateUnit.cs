namespace Voltloop.Quality.PredictQuality;

/// <summary>A unit as the gate judges it.</summary>
/// <param name="Unit">Name.</param>
/// <param name="Predicted">Predicted outcome.</param>
/// <param name="Lower">Lower end of its interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Verdict">accept, reject or measure; absent without limits.</param>
internal sealed record GateUnit(string Unit, double Predicted, double Lower, double Upper, string? Verdict)
{
    /// <summary>What was measured, where it is known.</summary>
    public double? Outcome { get; init; }

    /// <summary>Why a unit must be measured though its interval would decide.</summary>
    public string? Reason { get; init; }
}
