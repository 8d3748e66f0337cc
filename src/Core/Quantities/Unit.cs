using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Core.Quantities;

/// <summary>
/// A unit of measurement with the symbol of UCUM where UCUM has one. Factors are ratios of whole numbers, so a
/// conversion by a whole factor or by a whole divisor is rounded once, as IEEE 754 rounds a single operation; any other
/// conversion is rounded twice. A month is a twelfth of a year of 365.25 days (UCUM).
/// </summary>
public sealed class Unit
{
    private readonly long _numerator;
    private readonly long _denominator;
    private readonly double _zero;

    internal Unit(string symbol, Dimension dimension, (long Numerator, long Denominator) factor, double zero)
    {
        Symbol = symbol;
        Dimension = dimension;
        (_numerator, _denominator) = factor;
        _zero = zero;
    }

    /// <summary>The symbol we write, for example <c>mAh</c>.</summary>
    public string Symbol { get; }

    /// <summary>What the unit measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>All units of the table.</summary>
    public static IReadOnlyCollection<Unit> All => UnitTable.All;

    /// <summary>Reads a symbol or one of its usual spellings. Case counts: mW and MW differ.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>.</exception>
    public static Unit Parse(string text) => UnitTable.Find(text) ?? throw Unknown(text);

    /// <summary>
    /// Reads the unit of a quantity whose dimension is known, so that spellings with two meanings become clear:
    /// C is coulomb, Celsius for a temperature, and the C-rate for a current per charge.
    /// </summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/> or <see cref="UnitProblems.UnitMismatch"/>.</exception>
    public static Unit Parse(string text, Dimension dimension)
    {
        var unit = UnitTable.Find(text, dimension) ?? throw Unknown(text);
        return unit.Dimension == dimension ? unit : throw Mismatch(unit, dimension.ToString());
    }

    /// <summary>Reads a unit; false, with no exception, when the table has no such spelling.</summary>
    public static bool TryParse(string? text, out Unit? unit)
    {
        unit = text is null ? null : UnitTable.Find(text);
        return unit is not null;
    }

    /// <summary>Converts a number from one unit to another; <c>C</c> is Celsius when the other unit is a temperature.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnknownUnit"/>, <see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static double Convert(double value, string from, string to)
    {
        var (source, target) = UnitTable.FindPair(from, to);
        return Convert(value, source ?? throw Unknown(from), target ?? throw Unknown(to));
    }

    /// <summary>Converts a number from one unit to another.</summary>
    /// <exception cref="ProblemException"><see cref="UnitProblems.UnitMismatch"/> or <see cref="UnitProblems.ImpossibleQuantity"/>.</exception>
    public static double Convert(double value, Unit from, Unit to)
    {
        if (from.Dimension != to.Dimension) throw Mismatch(from, $"{to.Symbol} ({to.Dimension})");
        QuantityGuard.Finite(value, from.Symbol);
        return ReferenceEquals(from, to) ? value : QuantityGuard.Finite(Scale(value - from._zero, from, to) + to._zero, to.Symbol);
    }

    /// <inheritdoc/>
    public override string ToString() => Symbol;

    private static double Scale(double value, Unit from, Unit to)
    {
        var numerator = (Int128)from._numerator * to._denominator;
        var denominator = (Int128)from._denominator * to._numerator;
        var divisor = Divisor(numerator, denominator);
        return value * (double)(numerator / divisor) / (double)(denominator / divisor);
    }

    private static Int128 Divisor(Int128 a, Int128 b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    private static ProblemException Unknown(string text) =>
        new(UnitProblems.UnknownUnit, string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is no unit in the table."));

    private static ProblemException Mismatch(Unit unit, string wanted) =>
        new(UnitProblems.UnitMismatch, $"{unit.Symbol} measures {unit.Dimension}, but {wanted} is wanted.");
}
