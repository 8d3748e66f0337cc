namespace Voltloop.Health.Model.Packs;

/// <summary>A figure with half of its 95 % interval.</summary>
/// <param name="Value">Value.</param>
/// <param name="Half">Half of the interval, in the unit of the value.</param>
internal sealed record PackFigure(double Value, double Half)
{
    private const double Quantile95 = 1.959963984540054;

    /// <summary>A figure from its standard deviation; <c>null</c> where the data do not carry one.</summary>
    public static PackFigure? Of(double value, double deviation, double scale) =>
        double.IsFinite(value) && double.IsFinite(deviation) ? new PackFigure(Round(scale * value), Round(scale * Quantile95 * deviation)) : null;

    /// <summary>A number with as many digits as anyone reads.</summary>
    public static double Round(double value) => double.IsFinite(value) && value != 0 ? Math.Round(value, Math.Clamp(4 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 12)) : value;

    /// <summary>The same; <c>null</c> for no number.</summary>
    public static double? Known(double value) => double.IsFinite(value) ? Round(value) : null;
}
