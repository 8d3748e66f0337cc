using System.Globalization;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>One cell, as its file gives it.</summary>
/// <param name="Text">Text; numbers in the invariant form, days as yyyy-mm-dd, true and false in small letters.</param>
/// <param name="Kind">What the file says it is.</param>
internal readonly record struct SheetCell(string Text, SheetCellKind Kind)
{
    private const int Letters = 26;

    /// <summary>True when there is nothing in it.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Name of a cell, for example <c>B7</c>.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="row">From 1.</param>
    public static string Name(int column, int row)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / Letters) - 1) letters = (char)('A' + (rest % Letters)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
