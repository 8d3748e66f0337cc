using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>Greenhouse gases as the mass of carbon dioxide with the same effect; no plain mass, so the two never mix. Always finite. The default value is no emission.</summary>
public readonly record struct CarbonMass : IComparable<CarbonMass>
{
    private CarbonMass(double kilograms) => Kilograms = QuantityGuard.Finite(kilograms, "kg{CO2e}");

    /// <summary>The quantity in kg{CO2e}.</summary>
    public double Kilograms { get; }

    /// <summary>The quantity in grams of CO2e.</summary>
    public double Grams => Kilograms * 1000;

    /// <summary>The quantity in tonnes of CO2e.</summary>
    public double Tonnes => Kilograms / 1000;

    /// <summary>From kilograms of CO2e.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static CarbonMass FromKilograms(double value) => new(value);

    /// <summary>From grams of CO2e.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static CarbonMass FromGrams(double value) => new(value / 1000);

    /// <summary>From tonnes of CO2e.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.ImpossibleQuantity"/> when the number is NaN or infinite.</exception>
    public static CarbonMass FromTonnes(double value) => new(value * 1000);

    /// <summary>From a number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static CarbonMass From(double value, string unit) =>
        new(Unit.Convert(value, Unit.Parse(unit, Dimension.CarbonMass), Unit.Parse("kg{CO2e}")));

    /// <summary>The number in any unit of the dimension.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public double In(string unit) => Unit.Convert(Kilograms, Unit.Parse("kg{CO2e}"), Unit.Parse(unit, Dimension.CarbonMass));

    /// <summary>Sum.</summary>
    public static CarbonMass operator +(CarbonMass left, CarbonMass right) => new(left.Kilograms + right.Kilograms);

    /// <summary>Difference.</summary>
    public static CarbonMass operator -(CarbonMass left, CarbonMass right) => new(left.Kilograms - right.Kilograms);

    /// <summary>Opposite sign.</summary>
    public static CarbonMass operator -(CarbonMass value) => new(-value.Kilograms);

    /// <summary>Multiple.</summary>
    public static CarbonMass operator *(CarbonMass left, double right) => new(left.Kilograms * right);

    /// <summary>Multiple.</summary>
    public static CarbonMass operator *(double left, CarbonMass right) => new(left * right.Kilograms);

    /// <summary>Part.</summary>
    public static CarbonMass operator /(CarbonMass left, double right) => new(left.Kilograms / right);

    /// <summary>How many times one goes into the other.</summary>
    public static Ratio operator /(CarbonMass left, CarbonMass right) => Ratio.FromFraction(left.Kilograms / right.Kilograms);

    /// <summary>Share.</summary>
    public static CarbonMass operator *(CarbonMass left, Ratio right) => new(left.Kilograms * right.Fraction);

    /// <summary>Smaller.</summary>
    public static bool operator <(CarbonMass left, CarbonMass right) => left.Kilograms < right.Kilograms;

    /// <summary>Larger.</summary>
    public static bool operator >(CarbonMass left, CarbonMass right) => left.Kilograms > right.Kilograms;

    /// <summary>Not larger.</summary>
    public static bool operator <=(CarbonMass left, CarbonMass right) => left.Kilograms <= right.Kilograms;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(CarbonMass left, CarbonMass right) => left.Kilograms >= right.Kilograms;

    /// <inheritdoc/>
    public int CompareTo(CarbonMass other) => Kilograms.CompareTo(other.Kilograms);

    /// <summary>Invariant text with the unit, for example <c>2.5 kg{CO2e}</c>.</summary>
    public override string ToString() => QuantityGuard.Format(Kilograms, "kg{CO2e}");
}
