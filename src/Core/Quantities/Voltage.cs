using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Electric potential difference. Always finite. The default value is 0 V.</summary>
public readonly record struct Voltage : IComparable<Voltage>
{
    private Voltage(double volts) => Volts = QuantityGuard.Finite(volts, "V");

    /// <summary>The quantity in V.</summary>
    public double Volts { get; }

    /// <summary>The quantity in millivolts.</summary>
    public double Millivolts => Volts * 1000;

    /// <summary>From volts.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Voltage FromVolts(double value) => new(value);

    /// <summary>From millivolts.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Voltage FromMillivolts(double value) => new(value / 1000);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Voltage From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Voltage), Unit.Parse("V")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(Volts, Unit.Parse("V"), Unit.Parse(unit, Dimension.Voltage));

    /// <summary>Sum.</summary>
    public static Voltage operator +(Voltage left, Voltage right) => new(left.Volts + right.Volts);

    /// <summary>Difference.</summary>
    public static Voltage operator -(Voltage left, Voltage right) => new(left.Volts - right.Volts);

    /// <summary>Opposite sign.</summary>
    public static Voltage operator -(Voltage value) => new(-value.Volts);

    /// <summary>Multiple.</summary>
    public static Voltage operator *(Voltage left, double right) => new(left.Volts * right);

    /// <summary>Multiple.</summary>
    public static Voltage operator *(double left, Voltage right) => new(left * right.Volts);

    /// <summary>Part.</summary>
    public static Voltage operator /(Voltage left, double right) => new(left.Volts / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(Voltage left, Voltage right) => Ratio.FromFraction(left.Volts / right.Volts);

    /// <summary>Share.</summary>
    public static Voltage operator *(Voltage left, Ratio right) => new(left.Volts * right.Fraction);

    /// <summary>Power of a current at a voltage.</summary>
    public static Power operator *(Voltage left, Current right) => Power.FromWatts(left.Volts * right.Amperes);

    /// <summary>Energy of a charge moved through a constant voltage.</summary>
    public static Energy operator *(Voltage left, Charge right) => Energy.FromWattHours(left.Volts * right.AmpereHours);

    /// <summary>Resistance after Ohm's law.</summary>
    public static Resistance operator /(Voltage left, Current right) => Resistance.FromOhms(left.Volts / right.Amperes);

    /// <summary>Current after Ohm's law.</summary>
    public static Current operator /(Voltage left, Resistance right) => Current.FromAmperes(left.Volts / right.Ohms);

    /// <summary>Smaller.</summary>
    public static bool operator <(Voltage left, Voltage right) => left.Volts < right.Volts;

    /// <summary>Larger.</summary>
    public static bool operator >(Voltage left, Voltage right) => left.Volts > right.Volts;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Voltage left, Voltage right) => left.Volts <= right.Volts;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Voltage left, Voltage right) => left.Volts >= right.Volts;

    /// <inheritdoc/>
    public int CompareTo(Voltage other) => Volts.CompareTo(other.Volts);

    /// <summary>Invariant text with the unit, for example <c>2.5 V</c>.</summary>
    public override string ToString() => QuantityGuard.Format(Volts, "V");
}
