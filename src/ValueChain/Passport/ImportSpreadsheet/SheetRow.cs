namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>One row of a sheet.</summary>
/// <param name="Number">From 1, as the spreadsheet program shows it.</param>
/// <param name="Cells">Cells from column A on.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>A cell; empty behind the last one.</summary>
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : default(SheetCell) with { Text = "" };

    /// <summary>True when the row holds nothing.</summary>
    public bool IsEmpty => Cells.All(cell => cell.IsEmpty);
}
