using Voltloop.Quality.Model;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary>A phase with what its limits come from.</summary>
/// <param name="Start">Number of its first point, from 1.</param>
/// <param name="Reason">Why it begins.</param>
/// <param name="Samples">Samples that its limits were estimated from; 0 when they were given.</param>
/// <param name="Center">Centre; of counts the share or rate.</param>
/// <param name="Sigma">Standard deviation of single values; of Laney's charts the widening.</param>
/// <param name="Memory">Correlation of neighbours that was taken out; 0 for other charts than residuals.</param>
internal sealed record ChartPhaseResource(int Start, string Reason, int Samples, double Center, double Sigma, double Memory)
{
    /// <summary>A phase.</summary>
    public static ChartPhaseResource Of((ChartPhase Phase, ChartBaseline Baseline) at) =>
        new(at.Phase.Start + 1, at.Phase.Reason, at.Baseline.Samples, at.Baseline.Center, at.Baseline.Sigma, at.Baseline.Memory);
}
