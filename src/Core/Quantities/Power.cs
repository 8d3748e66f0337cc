using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Power; positive when charging (BDF). Always finite. The default value is no power.</summary>
public readonly record struct Power : IComparable<Power>
{
    private Power(double watts) => Watts = QuantityGuard.Finite(watts, "W");

    /// <summary>The quantity in W.</summary>
    public double Watts { get; }

    /// <summary>The quantity in kilowatts.</summary>
    public double Kilowatts => Watts / 1000;

    /// <summary>From watts.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Power FromWatts(double value) => new(value);

    /// <summary>From kilowatts.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Power FromKilowatts(double value) => new(value * 1000);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Power From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Power), Unit.Parse("W")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(Watts, Unit.Parse("W"), Unit.Parse(unit, Dimension.Power));

    /// <summary>Sum.</summary>
    public static Power operator +(Power left, Power right) => new(left.Watts + right.Watts);

    /// <summary>Difference.</summary>
    public static Power operator -(Power left, Power right) => new(left.Watts - right.Watts);

    /// <summary>Opposite sign.</summary>
    public static Power operator -(Power value) => new(-value.Watts);

    /// <summary>Multiple.</summary>
    public static Power operator *(Power left, double right) => new(left.Watts * right);

    /// <summary>Multiple.</summary>
    public static Power operator *(double left, Power right) => new(left * right.Watts);

    /// <summary>Part.</summary>
    public static Power operator /(Power left, double right) => new(left.Watts / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(Power left, Power right) => Ratio.FromFraction(left.Watts / right.Watts);

    /// <summary>Share.</summary>
    public static Power operator *(Power left, Ratio right) => new(left.Watts * right.Fraction);

    /// <summary>Energy that a constant power moves in a time.</summary>
    public static Energy operator *(Power left, Duration right) => Energy.FromWattHours(left.Watts * right.Hours);

    /// <summary>Current of a power at a voltage.</summary>
    public static Current operator /(Power left, Voltage right) => Current.FromAmperes(left.Watts / right.Volts);

    /// <summary>Voltage of a power and its current.</summary>
    public static Voltage operator /(Power left, Current right) => Voltage.FromVolts(left.Watts / right.Amperes);

    /// <summary>Smaller.</summary>
    public static bool operator <(Power left, Power right) => left.Watts < right.Watts;

    /// <summary>Larger.</summary>
    public static bool operator >(Power left, Power right) => left.Watts > right.Watts;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Power left, Power right) => left.Watts <= right.Watts;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Power left, Power right) => left.Watts >= right.Watts;

    /// <inheritdoc/>
    public int CompareTo(Power other) => Watts.CompareTo(other.Watts);

    /// <summary>Invariant text with the unit, for example <c>2.5 W</c>.</summary>
    public override string ToString() => QuantityGuard.Format(Watts, "W");
}
