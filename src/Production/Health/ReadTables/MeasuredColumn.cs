namespace Voltloop.Health.ReadTables;

/// <summary>A column of the file whose numbers are read.</summary>
/// <param name="Index">Place in the file, from 0.</param>
/// <param name="Header">Name as the file writes it.</param>
/// <param name="Target">BDF column that the numbers go to.</param>
/// <param name="Conversion">From the unit of the file to the unit of the BDF column.</param>
internal sealed record MeasuredColumn(int Index, string Header, BdfColumn Target, UnitConversion Conversion)
{
    /// <summary>True when an empty field is an error.</summary>
    public bool IsRequired { get; init; }
}
