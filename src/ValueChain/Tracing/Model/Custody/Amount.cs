namespace Voltloop.Tracing.Model.Custody;

/// <summary>A number with its standard uncertainty, in one unit: a mass in kg, or a fraction. Terms are taken as independent (GUM 5.1).</summary>
/// <param name="Value">Best estimate.</param>
/// <param name="Uncertainty">Standard uncertainty, not negative.</param>
internal readonly record struct Amount(double Value, double Uncertainty)
{
    /// <summary>Nothing, known exactly.</summary>
    public static readonly Amount Zero;

    public static Amount operator +(Amount a, Amount b) => new(a.Value + b.Value, Root(a.Uncertainty, b.Uncertainty));

    public static Amount operator -(Amount a, Amount b) => new(a.Value - b.Value, Root(a.Uncertainty, b.Uncertainty));

    public static Amount operator *(Amount a, Amount b) => new(a.Value * b.Value, Root(a.Value * b.Uncertainty, b.Value * a.Uncertainty));

    /// <summary>Sum of all.</summary>
    public static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    /// <summary>Value in standard uncertainties; 0 when there is neither.</summary>
    public double Z => Value == 0 ? 0 : Value / Uncertainty;

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
