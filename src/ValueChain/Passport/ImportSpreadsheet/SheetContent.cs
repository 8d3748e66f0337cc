using Voltloop.Record.Importing;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>The sheet that is read.</summary>
/// <param name="Format">Format in words.</param>
/// <param name="Rows">Rows with content.</param>
/// <param name="Findings">What the file itself has wrong: hidden sheets, merged cells, formulas without a value.</param>
internal sealed record SheetContent(string Format, IReadOnlyList<SheetRow> Rows, IReadOnlyList<Finding> Findings);
