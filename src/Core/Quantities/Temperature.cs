using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>
/// Temperature, kept in degrees Celsius as cyclers and passports state it, so that what was read is what is shown.
/// Never below absolute zero. The default value is 0 °C.
/// </summary>
public readonly record struct Temperature : IComparable<Temperature>
{
    private Temperature(double degreesCelsius) => DegreesCelsius = degreesCelsius;

    /// <summary>Absolute zero in degrees Celsius, exact by definition.</summary>
    public const double AbsoluteZeroCelsius = -273.15;

    /// <summary>The temperature in Cel.</summary>
    public double DegreesCelsius { get; }

    /// <summary>The temperature in kelvins.</summary>
    public double Kelvins => DegreesCelsius - AbsoluteZeroCelsius;

    /// <summary>The temperature in degrees Fahrenheit.</summary>
    public double DegreesFahrenheit => (DegreesCelsius * 9 / 5) + 32;

    /// <summary>From degrees Celsius.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when it is not finite or below absolute zero.</exception>
    public static Temperature FromDegreesCelsius(double value)
    {
        QuantityGuard.Finite(value, "Cel");
        return value >= AbsoluteZeroCelsius ? new Temperature(value)
            : throw new ProblemException(UnitProblems.ImpossibleQuantity, $"{QuantityGuard.Format(value, "Cel")} is below absolute zero.");
    }

    /// <summary>From kelvins.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when it is not finite or below absolute zero.</exception>
    public static Temperature FromKelvins(double value) => FromDegreesCelsius(value + AbsoluteZeroCelsius);

    /// <summary>From degrees Fahrenheit.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when it is not finite or below absolute zero.</exception>
    public static Temperature FromDegreesFahrenheit(double value) => FromDegreesCelsius((value - 32) * 5 / 9);

    /// <summary>From a number in any unit of temperature; <c>C</c> means Celsius here.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static Temperature From(double value, string unit) =>
        FromDegreesCelsius(Unit.Convert(value, Unit.Parse(unit, Dimension.Temperature), Unit.Parse("Cel")));

    /// <summary>The number in any unit of temperature.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/> or <see cref="UnitProblems.UnitMismatch"/>.</exception>
    public double In(string unit) => Unit.Convert(DegreesCelsius, Unit.Parse("Cel"), Unit.Parse(unit, Dimension.Temperature));

    /// <summary>How much warmer this is than another temperature, in kelvins; negative when it is colder.</summary>
    public double KelvinsAbove(Temperature other) => DegreesCelsius - other.DegreesCelsius;

    /// <summary>A temperature that is warmer by so many kelvins.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when it is not finite or below absolute zero.</exception>
    public Temperature WarmerBy(double kelvins) => FromDegreesCelsius(DegreesCelsius + kelvins);

    /// <summary>Colder.</summary>
    public static bool operator <(Temperature left, Temperature right) => left.DegreesCelsius < right.DegreesCelsius;

    /// <summary>Warmer.</summary>
    public static bool operator >(Temperature left, Temperature right) => left.DegreesCelsius > right.DegreesCelsius;

    /// <summary>Not warmer.</summary>
    public static bool operator <=(Temperature left, Temperature right) => left.DegreesCelsius <= right.DegreesCelsius;

    /// <summary>Not colder.</summary>
    public static bool operator >=(Temperature left, Temperature right) => left.DegreesCelsius >= right.DegreesCelsius;

    /// <inheritdoc/>
    public int CompareTo(Temperature other) => DegreesCelsius.CompareTo(other.DegreesCelsius);

    /// <summary>Invariant text with the unit, for example <c>25 Cel</c>.</summary>
    public override string ToString() => QuantityGuard.Format(DegreesCelsius, "Cel");
}
