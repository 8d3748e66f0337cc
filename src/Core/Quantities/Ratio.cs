using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>A pure number; 1 is the whole. It may exceed 1 or be negative: a new cell can hold more than its rated capacity. Always finite. The default value is 0.</summary>
public readonly record struct Ratio : IComparable<Ratio>
{
    private Ratio(double fraction) => Fraction = QuantityGuard.Finite(fraction, "1");

    /// <summary>The quantity in a plain number.</summary>
    public double Fraction { get; }

    /// <summary>The quantity in percent.</summary>
    public double Percent => Fraction * 100;

    /// <summary>From a plain number.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Ratio FromFraction(double value) => new(value);

    /// <summary>From percent.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Ratio FromPercent(double value) => new(value / 100);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Ratio From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Ratio), Unit.Parse("1")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(Fraction, Unit.Parse("1"), Unit.Parse(unit, Dimension.Ratio));

    /// <summary>Sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) => new(left.Fraction + right.Fraction);

    /// <summary>Difference.</summary>
    public static Ratio operator -(Ratio left, Ratio right) => new(left.Fraction - right.Fraction);

    /// <summary>Opposite sign.</summary>
    public static Ratio operator -(Ratio value) => new(-value.Fraction);

    /// <summary>Multiple.</summary>
    public static Ratio operator *(Ratio left, double right) => new(left.Fraction * right);

    /// <summary>Multiple.</summary>
    public static Ratio operator *(double left, Ratio right) => new(left * right.Fraction);

    /// <summary>Part.</summary>
    public static Ratio operator /(Ratio left, double right) => new(left.Fraction / right);

    /// <summary>Smaller.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.Fraction < right.Fraction;

    /// <summary>Larger.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.Fraction > right.Fraction;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.Fraction <= right.Fraction;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.Fraction >= right.Fraction;

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => Fraction.CompareTo(other.Fraction);

    /// <summary>Invariant text in percent, for example <c>87.5 %</c>.</summary>
    public override string ToString() => QuantityGuard.Format(Percent, "%");
}
