using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Energy; positive when charging (BDF). Always finite. The default value is no energy.</summary>
public readonly record struct Energy : IComparable<Energy>
{
    private Energy(double wattHours) => WattHours = QuantityGuard.Finite(wattHours, "Wh");

    /// <summary>The quantity in Wh.</summary>
    public double WattHours { get; }

    /// <summary>The quantity in kilowatt-hours.</summary>
    public double KilowattHours => WattHours / 1000;

    /// <summary>The quantity in joules.</summary>
    public double Joules => WattHours * 3600;

    /// <summary>From watt-hours.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Energy FromWattHours(double value) => new(value);

    /// <summary>From kilowatt-hours.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Energy FromKilowattHours(double value) => new(value * 1000);

    /// <summary>From joules.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Energy FromJoules(double value) => new(value / 3600);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Energy From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Energy), Unit.Parse("Wh")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(WattHours, Unit.Parse("Wh"), Unit.Parse(unit, Dimension.Energy));

    /// <summary>Sum.</summary>
    public static Energy operator +(Energy left, Energy right) => new(left.WattHours + right.WattHours);

    /// <summary>Difference.</summary>
    public static Energy operator -(Energy left, Energy right) => new(left.WattHours - right.WattHours);

    /// <summary>Opposite sign.</summary>
    public static Energy operator -(Energy value) => new(-value.WattHours);

    /// <summary>Multiple.</summary>
    public static Energy operator *(Energy left, double right) => new(left.WattHours * right);

    /// <summary>Multiple.</summary>
    public static Energy operator *(double left, Energy right) => new(left * right.WattHours);

    /// <summary>Part.</summary>
    public static Energy operator /(Energy left, double right) => new(left.WattHours / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(Energy left, Energy right) => Ratio.FromFraction(left.WattHours / right.WattHours);

    /// <summary>Share.</summary>
    public static Energy operator *(Energy left, Ratio right) => new(left.WattHours * right.Fraction);

    /// <summary>Mean power that moves an energy in a time.</summary>
    public static Power operator /(Energy left, Duration right) => Power.FromWatts(left.WattHours / right.Hours);

    /// <summary>Time that a constant power needs to move an energy.</summary>
    public static Duration operator /(Energy left, Power right) => Duration.FromHours(left.WattHours / right.Watts);

    /// <summary>Mean voltage of an energy and its charge.</summary>
    public static Voltage operator /(Energy left, Charge right) => Voltage.FromVolts(left.WattHours / right.AmpereHours);

    /// <summary>Charge of an energy at a constant voltage.</summary>
    public static Charge operator /(Energy left, Voltage right) => Charge.FromAmpereHours(left.WattHours / right.Volts);

    /// <summary>Smaller.</summary>
    public static bool operator <(Energy left, Energy right) => left.WattHours < right.WattHours;

    /// <summary>Larger.</summary>
    public static bool operator >(Energy left, Energy right) => left.WattHours > right.WattHours;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Energy left, Energy right) => left.WattHours <= right.WattHours;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Energy left, Energy right) => left.WattHours >= right.WattHours;

    /// <inheritdoc/>
    public int CompareTo(Energy other) => WattHours.CompareTo(other.WattHours);

    /// <summary>Invariant text with the unit, for example <c>2.5 Wh</c>.</summary>
    public override string ToString() => QuantityGuard.Format(WattHours, "Wh");
}
