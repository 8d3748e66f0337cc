using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Mass. Always finite. The default value is no mass.</summary>
public readonly record struct Mass : IComparable<Mass>
{
    private Mass(double kilograms) => Kilograms = QuantityGuard.Finite(kilograms, "kg");

    /// <summary>The quantity in kg.</summary>
    public double Kilograms { get; }

    /// <summary>The quantity in grams.</summary>
    public double Grams => Kilograms * 1000;

    /// <summary>The quantity in tonnes.</summary>
    public double Tonnes => Kilograms / 1000;

    /// <summary>From kilograms.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Mass FromKilograms(double value) => new(value);

    /// <summary>From grams.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Mass FromGrams(double value) => new(value / 1000);

    /// <summary>From tonnes.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Mass FromTonnes(double value) => new(value * 1000);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Mass From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Mass), Unit.Parse("kg")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(Kilograms, Unit.Parse("kg"), Unit.Parse(unit, Dimension.Mass));

    /// <summary>Sum.</summary>
    public static Mass operator +(Mass left, Mass right) => new(left.Kilograms + right.Kilograms);

    /// <summary>Difference.</summary>
    public static Mass operator -(Mass left, Mass right) => new(left.Kilograms - right.Kilograms);

    /// <summary>Opposite sign.</summary>
    public static Mass operator -(Mass value) => new(-value.Kilograms);

    /// <summary>Multiple.</summary>
    public static Mass operator *(Mass left, double right) => new(left.Kilograms * right);

    /// <summary>Multiple.</summary>
    public static Mass operator *(double left, Mass right) => new(left * right.Kilograms);

    /// <summary>Part.</summary>
    public static Mass operator /(Mass left, double right) => new(left.Kilograms / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(Mass left, Mass right) => Ratio.FromFraction(left.Kilograms / right.Kilograms);

    /// <summary>Share.</summary>
    public static Mass operator *(Mass left, Ratio right) => new(left.Kilograms * right.Fraction);

    /// <summary>Smaller.</summary>
    public static bool operator <(Mass left, Mass right) => left.Kilograms < right.Kilograms;

    /// <summary>Larger.</summary>
    public static bool operator >(Mass left, Mass right) => left.Kilograms > right.Kilograms;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Mass left, Mass right) => left.Kilograms <= right.Kilograms;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Mass left, Mass right) => left.Kilograms >= right.Kilograms;

    /// <inheritdoc/>
    public int CompareTo(Mass other) => Kilograms.CompareTo(other.Kilograms);

    /// <summary>Invariant text with the unit, for example <c>2.5 kg</c>.</summary>
    public override string ToString() => QuantityGuard.Format(Kilograms, "kg");
}
