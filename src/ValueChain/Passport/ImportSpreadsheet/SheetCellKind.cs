namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>What a file says about a cell. CSV files know texts only.</summary>
internal enum SheetCellKind
{
    /// <summary>A text, or nothing.</summary>
    Text = 0,

    /// <summary>A number.</summary>
    Number = 1,

    /// <summary>A day or moment.</summary>
    Date = 2,

    /// <summary>True or false.</summary>
    Boolean = 3,
}
