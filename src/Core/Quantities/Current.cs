using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Electric current; positive when charging (BDF). Always finite. The default value is no current.</summary>
public readonly record struct Current : IComparable<Current>
{
    private Current(double amperes) => Amperes = QuantityGuard.Finite(amperes, "A");

    /// <summary>The quantity in A.</summary>
    public double Amperes { get; }

    /// <summary>The quantity in milliamperes.</summary>
    public double Milliamperes => Amperes * 1000;

    /// <summary>From amperes.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Current FromAmperes(double value) => new(value);

    /// <summary>From milliamperes.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Current FromMilliamperes(double value) => new(value / 1000);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Current From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Current), Unit.Parse("A")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(Amperes, Unit.Parse("A"), Unit.Parse(unit, Dimension.Current));

    /// <summary>Sum.</summary>
    public static Current operator +(Current left, Current right) => new(left.Amperes + right.Amperes);

    /// <summary>Difference.</summary>
    public static Current operator -(Current left, Current right) => new(left.Amperes - right.Amperes);

    /// <summary>Opposite sign.</summary>
    public static Current operator -(Current value) => new(-value.Amperes);

    /// <summary>Multiple.</summary>
    public static Current operator *(Current left, double right) => new(left.Amperes * right);

    /// <summary>Multiple.</summary>
    public static Current operator *(double left, Current right) => new(left * right.Amperes);

    /// <summary>Part.</summary>
    public static Current operator /(Current left, double right) => new(left.Amperes / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(Current left, Current right) => Ratio.FromFraction(left.Amperes / right.Amperes);

    /// <summary>Share.</summary>
    public static Current operator *(Current left, Ratio right) => new(left.Amperes * right.Fraction);

    /// <summary>Power of a current at a voltage.</summary>
    public static Power operator *(Current left, Voltage right) => Power.FromWatts(left.Amperes * right.Volts);

    /// <summary>Voltage drop after Ohm's law.</summary>
    public static Voltage operator *(Current left, Resistance right) => Voltage.FromVolts(left.Amperes * right.Ohms);

    /// <summary>Charge that a constant current moves in a time.</summary>
    public static Charge operator *(Current left, Duration right) => Charge.FromAmpereHours(left.Amperes * right.Hours);

    /// <summary>Smaller.</summary>
    public static bool operator <(Current left, Current right) => left.Amperes < right.Amperes;

    /// <summary>Larger.</summary>
    public static bool operator >(Current left, Current right) => left.Amperes > right.Amperes;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Current left, Current right) => left.Amperes <= right.Amperes;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Current left, Current right) => left.Amperes >= right.Amperes;

    /// <inheritdoc/>
    public int CompareTo(Current other) => Amperes.CompareTo(other.Amperes);

    /// <summary>Invariant text with the unit, for example <c>2.5 A</c>.</summary>
    public override string ToString() => QuantityGuard.Format(Amperes, "A");
}
