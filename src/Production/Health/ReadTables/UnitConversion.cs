namespace Voltloop.Health.ReadTables;

/// <summary>Turns a value of one unit into another: value × multiplier ÷ divisor + offset. Division keeps decimals exact.</summary>
/// <param name="Multiplier">Factor.</param>
/// <param name="Divisor">Divisor.</param>
/// <param name="Offset">Added at the end, in the target unit.</param>
internal readonly record struct UnitConversion(double Multiplier, double Divisor, double Offset)
{
    /// <summary>Leaves values as they are.</summary>
    public static readonly UnitConversion None = new(1, 1, 0);

    /// <summary>True when nothing is done.</summary>
    public bool IsNone => this == None;

    /// <summary>The value in the target unit.</summary>
    public double Apply(double value) => IsNone ? value : value * Multiplier / Divisor + Offset;
}
