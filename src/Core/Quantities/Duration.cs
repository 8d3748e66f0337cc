using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>A span of time; may be negative. Always finite. The default value is no time.</summary>
public readonly record struct Duration : IComparable<Duration>
{
    private Duration(double seconds) => Seconds = QuantityGuard.Finite(seconds, "s");

    /// <summary>The quantity in s.</summary>
    public double Seconds { get; }

    /// <summary>The quantity in minutes.</summary>
    public double Minutes => Seconds / 60;

    /// <summary>The quantity in hours.</summary>
    public double Hours => Seconds / 3600;

    /// <summary>The quantity in days of 24 hours.</summary>
    public double Days => Seconds / 86400;

    /// <summary>From seconds.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Duration FromSeconds(double value) => new(value);

    /// <summary>From minutes.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Duration FromMinutes(double value) => new(value * 60);

    /// <summary>From hours.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Duration FromHours(double value) => new(value * 3600);

    /// <summary>From days of 24 hours.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static Duration FromDays(double value) => new(value * 86400);

    /// <summary>From a time span.</summary>
    public static Duration FromTimeSpan(TimeSpan span) => new(span.TotalSeconds);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Duration From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.Duration), Unit.Parse("s")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(Seconds, Unit.Parse("s"), Unit.Parse(unit, Dimension.Duration));

    /// <summary>Sum.</summary>
    public static Duration operator +(Duration left, Duration right) => new(left.Seconds + right.Seconds);

    /// <summary>Difference.</summary>
    public static Duration operator -(Duration left, Duration right) => new(left.Seconds - right.Seconds);

    /// <summary>Opposite sign.</summary>
    public static Duration operator -(Duration value) => new(-value.Seconds);

    /// <summary>Multiple.</summary>
    public static Duration operator *(Duration left, double right) => new(left.Seconds * right);

    /// <summary>Multiple.</summary>
    public static Duration operator *(double left, Duration right) => new(left * right.Seconds);

    /// <summary>Part.</summary>
    public static Duration operator /(Duration left, double right) => new(left.Seconds / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(Duration left, Duration right) => Ratio.FromFraction(left.Seconds / right.Seconds);

    /// <summary>Share.</summary>
    public static Duration operator *(Duration left, Ratio right) => new(left.Seconds * right.Fraction);

    /// <summary>Charge that a constant current moves in a time.</summary>
    public static Charge operator *(Duration left, Current right) => Charge.FromAmpereHours(right.Amperes * left.Hours);

    /// <summary>Energy that a constant power moves in a time.</summary>
    public static Energy operator *(Duration left, Power right) => Energy.FromWattHours(right.Watts * left.Hours);

    /// <summary>Smaller.</summary>
    public static bool operator <(Duration left, Duration right) => left.Seconds < right.Seconds;

    /// <summary>Larger.</summary>
    public static bool operator >(Duration left, Duration right) => left.Seconds > right.Seconds;

    /// <summary>Not larger.</summary>
    public static bool operator <=(Duration left, Duration right) => left.Seconds <= right.Seconds;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(Duration left, Duration right) => left.Seconds >= right.Seconds;

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Seconds.CompareTo(other.Seconds);

    /// <summary>Invariant text with the unit, for example <c>2.5 s</c>.</summary>
    public override string ToString() => QuantityGuard.Format(Seconds, "s");
}
