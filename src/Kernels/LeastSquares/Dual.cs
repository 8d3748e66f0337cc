namespace Voltloop.Kernels.LeastSquares;

/// <summary>A number with its slope by one parameter: derivatives exact to rounding, without differences (Wengert 1964).</summary>
/// <param name="Value">Value.</param>
/// <param name="Slope">Derivative by the parameter that is followed.</param>
public readonly record struct Dual(double Value, double Slope)
{
    /// <summary>A constant.</summary>
    public static implicit operator Dual(double value) => new(value, 0);

    /// <summary>Sum.</summary>
    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Slope + b.Slope);

    /// <summary>Difference.</summary>
    public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, a.Slope - b.Slope);

    /// <summary>The number with the other sign.</summary>
    public static Dual operator -(Dual a) => new(-a.Value, -a.Slope);

    /// <summary>Product.</summary>
    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, (a.Slope * b.Value) + (a.Value * b.Slope));

    /// <summary>Quotient.</summary>
    public static Dual operator /(Dual a, Dual b)
    {
        var value = a.Value / b.Value;
        return new(value, (a.Slope - (value * b.Slope)) / b.Value);
    }

    /// <summary>Exponential.</summary>
    public static Dual Exp(Dual a)
    {
        var value = Math.Exp(a.Value);
        return new(value, value * a.Slope);
    }

    /// <summary>Natural logarithm.</summary>
    public static Dual Log(Dual a) => new(Math.Log(a.Value), a.Slope / a.Value);

    /// <summary>Sine.</summary>
    public static Dual Sin(Dual a) => new(Math.Sin(a.Value), Math.Cos(a.Value) * a.Slope);

    /// <summary>Cosine.</summary>
    public static Dual Cos(Dual a) => new(Math.Cos(a.Value), -Math.Sin(a.Value) * a.Slope);

    /// <summary>Arc tangent.</summary>
    public static Dual Atan(Dual a) => new(Math.Atan(a.Value), a.Slope / (1 + (a.Value * a.Value)));

    /// <summary>Power of a number above 0.</summary>
    public static Dual Pow(Dual a, Dual b) => new(Math.Pow(a.Value, b.Value), (b.Value * Math.Pow(a.Value, b.Value - 1) * a.Slope) + (b.Slope == 0 ? 0 : Math.Log(a.Value) * Math.Pow(a.Value, b.Value) * b.Slope));
}
