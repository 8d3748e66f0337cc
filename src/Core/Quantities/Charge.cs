using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Electric charge or capacity; positive when charging (BDF). Always finite. The default value is no charge.</summary>
public readonly record struct Charge : IComparable<Charge>
{
    private Charge(double ampereHours) => AmpereHours = QuantityGuard.Finite(ampereHours, "Ah");

    /// <summary>The quantity in Ah.</summary>
    public double AmpereHours { get; }

    /// <summary>The quantity in milliampere-hours.</summary>
    public double MilliampereHours => AmpereHours * 1000;

    /// <summary>The quantity in coulombs.</summary>
    public double Coulombs => AmpereHours * 3600;

    /// <summary>From ampere-hours.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Charge FromAmpereHours(double value) => new(value);

    /// <summary>From milliampere-hours.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Charge FromMilliampereHours(double value) => new(value / 1000);

    /// <summary>From coulombs.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Charge FromCoulombs(double value) => new(value / 3600);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Charge From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Charge), Unit.Parse("Ah")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(AmpereHours, Unit.Parse("Ah"), Unit.Parse(unit, Dimension.Charge));

    /// <summary>Sum.</summary>
    public static Charge operator +(Charge left, Charge right) => new(left.AmpereHours + right.AmpereHours);

    /// <summary>Difference.</summary>
    public static Charge operator -(Charge left, Charge right) => new(left.AmpereHours - right.AmpereHours);

    /// <summary>Opposite sign.</summary>
    public static Charge operator -(Charge value) => new(-value.AmpereHours);

    /// <summary>Multiple.</summary>
    public static Charge operator *(Charge left, double right) => new(left.AmpereHours * right);

    /// <summary>Multiple.</summary>
    public static Charge operator *(double left, Charge right) => new(left * right.AmpereHours);

    /// <summary>Part.</summary>
    public static Charge operator /(Charge left, double right) => new(left.AmpereHours / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(Charge left, Charge right) => Ratio.FromFraction(left.AmpereHours / right.AmpereHours);

    /// <summary>Share.</summary>
    public static Charge operator *(Charge left, Ratio right) => new(left.AmpereHours * right.Fraction);

    /// <summary>Energy of a charge moved through a constant voltage.</summary>
    public static Energy operator *(Charge left, Voltage right) => Energy.FromWattHours(left.AmpereHours * right.Volts);

    /// <summary>Mean current that moves a charge in a time.</summary>
    public static Current operator /(Charge left, Duration right) => Current.FromAmperes(left.AmpereHours / right.Hours);

    /// <summary>Time that a constant current needs to move a charge.</summary>
    public static Duration operator /(Charge left, Current right) => Duration.FromHours(left.AmpereHours / right.Amperes);

    /// <summary>Smaller.</summary>
    public static bool operator <(Charge left, Charge right) => left.AmpereHours < right.AmpereHours;

    /// <summary>Larger.</summary>
    public static bool operator >(Charge left, Charge right) => left.AmpereHours > right.AmpereHours;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Charge left, Charge right) => left.AmpereHours <= right.AmpereHours;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Charge left, Charge right) => left.AmpereHours >= right.AmpereHours;

    /// <inheritdoc/>
    public int CompareTo(Charge other) => AmpereHours.CompareTo(other.AmpereHours);

    /// <summary>Invariant text with the unit, for example <c>2.5 Ah</c>.</summary>
    public override string ToString() => QuantityGuard.Format(AmpereHours, "Ah");
}
