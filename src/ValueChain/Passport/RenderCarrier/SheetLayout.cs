using Voltloop.Core.Problems;

namespace Voltloop.Passport.RenderCarrier;

/// <summary>How labels stand on an A4 sheet, in mm.</summary>
/// <param name="PerPage">Labels on a sheet.</param>
/// <param name="Columns">Labels beside each other.</param>
/// <param name="Code">Width of a code with its quiet zone.</param>
internal sealed record SheetLayout(int PerPage, int Columns, double Code)
{
    /// <summary>Width of the sheet.</summary>
    public const double PageWidth = 210;

    /// <summary>Height of the sheet.</summary>
    public const double PageHeight = 297;

    /// <summary>Border that printers leave white.</summary>
    public const double Margin = 8;

    /// <summary>The layouts on offer. The smallest code stays above 0.5 mm a module for links of up to 62 characters.</summary>
    public static IReadOnlyList<SheetLayout> All { get; } = [new(24, 3, 28), new(10, 2, 48), new(2, 1, 120)];

    /// <summary>Width of a label.</summary>
    public double Width => (PageWidth - 2 * Margin) / Columns;

    /// <summary>Height of a label.</summary>
    public double Height => (PageHeight - 2 * Margin) * Columns / PerPage;

    /// <summary>The layout with so many labels on a sheet.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static SheetLayout For(int? perPage) => All.FirstOrDefault(layout => layout.PerPage == (perPage ?? All[0].PerPage))
        ?? throw new ProblemException(CommonProblems.BadRequest, $"There is no sheet of {perPage} labels.", "perPage", $"Choose {string.Join(", ", All.Select(layout => layout.PerPage))}.");
}
