using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.FindModes;

/// <summary>A loss since the first slow discharge.</summary>
/// <param name="Name">lithium-inventory, positive-material or negative-material.</param>
/// <param name="LossPercent">Loss, %; below 0 for a gain.</param>
/// <param name="LowerPercent">Lower end of its 95 % interval; absent when the data do not determine it.</param>
/// <param name="UpperPercent">Upper end.</param>
/// <param name="Identifiable">False when the data hardly say anything about it: do not act on the figure.</param>
internal sealed record ModeFigure(string Name, double LossPercent, double? LowerPercent, double? UpperPercent, bool Identifiable)
{
    private const double Quantile95 = 1.959963984540054;

    /// <summary>A loss in %.</summary>
    public static ModeFigure Of(string name, ModeEstimate mode)
    {
        double? End(double sign) => mode.Identifiable && double.IsFinite(mode.Deviation) ? Math.Round(100 * (mode.Loss + (sign * Quantile95 * mode.Deviation)), 3) : null;
        return new ModeFigure(name, Math.Round(100 * mode.Loss, 3), End(-1), End(1), mode.Identifiable);
    }
}
