namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Limits of spreadsheets.</summary>
internal static class SheetLimits
{
    /// <summary>Most rows of one sheet, with headings.</summary>
    public const int MaxRows = 200_000;

    /// <summary>Most columns.</summary>
    public const int MaxColumns = 1_000;
}
