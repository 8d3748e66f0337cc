namespace Voltloop.Kernels.Conformal;

/// <summary>An interval in the unit of the target; an end is infinite where too few cases were seen for the level.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public readonly record struct Bounds(double Lower, double Upper)
{
    /// <summary>Upper less lower end.</summary>
    public double Width => Upper - Lower;

    /// <summary>Whether a value lies within, ends included.</summary>
    public bool Holds(double value) => value >= Lower && value <= Upper;
}
