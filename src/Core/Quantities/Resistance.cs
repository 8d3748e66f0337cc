using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Electric resistance, or the magnitude of an impedance. Always finite. The default value is no resistance.</summary>
public readonly record struct Resistance : IComparable<Resistance>
{
    private Resistance(double ohms) => Ohms = QuantityGuard.Finite(ohms, "Ohm");

    /// <summary>The quantity in Ohm.</summary>
    public double Ohms { get; }

    /// <summary>The quantity in milliohms.</summary>
    public double Milliohms => Ohms * 1000;

    /// <summary>From ohms.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Resistance FromOhms(double value) => new(value);

    /// <summary>From milliohms.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Resistance FromMilliohms(double value) => new(value / 1000);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Resistance From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Resistance), Unit.Parse("Ohm")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(Ohms, Unit.Parse("Ohm"), Unit.Parse(unit, Dimension.Resistance));

    /// <summary>Sum.</summary>
    public static Resistance operator +(Resistance left, Resistance right) => new(left.Ohms + right.Ohms);

    /// <summary>Difference.</summary>
    public static Resistance operator -(Resistance left, Resistance right) => new(left.Ohms - right.Ohms);

    /// <summary>Opposite sign.</summary>
    public static Resistance operator -(Resistance value) => new(-value.Ohms);

    /// <summary>Multiple.</summary>
    public static Resistance operator *(Resistance left, double right) => new(left.Ohms * right);

    /// <summary>Multiple.</summary>
    public static Resistance operator *(double left, Resistance right) => new(left * right.Ohms);

    /// <summary>Part.</summary>
    public static Resistance operator /(Resistance left, double right) => new(left.Ohms / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(Resistance left, Resistance right) => Ratio.FromFraction(left.Ohms / right.Ohms);

    /// <summary>Share.</summary>
    public static Resistance operator *(Resistance left, Ratio right) => new(left.Ohms * right.Fraction);

    /// <summary>Voltage drop after Ohm's law.</summary>
    public static Voltage operator *(Resistance left, Current right) => Voltage.FromVolts(left.Ohms * right.Amperes);

    /// <summary>Smaller.</summary>
    public static bool operator <(Resistance left, Resistance right) => left.Ohms < right.Ohms;

    /// <summary>Larger.</summary>
    public static bool operator >(Resistance left, Resistance right) => left.Ohms > right.Ohms;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Resistance left, Resistance right) => left.Ohms <= right.Ohms;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Resistance left, Resistance right) => left.Ohms >= right.Ohms;

    /// <inheritdoc/>
    public int CompareTo(Resistance other) => Ohms.CompareTo(other.Ohms);

    /// <summary>Invariant text with the unit, for example <c>2.5 Ohm</c>.</summary>
    public override string ToString() => QuantityGuard.Format(Ohms, "Ohm");
}
