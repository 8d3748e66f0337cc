using Voltloop.Core.Quantities;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>A column that is read.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Role">id, model, or term.</param>
/// <param name="Term">What its cells state; <c>null</c> for id and model.</param>
/// <param name="Unit">Unit of its numbers; <c>null</c> when it is the term's own.</param>
internal sealed record SheetColumn(int Index, string Role, Term? Term, Unit? Unit)
{
    public const string IdRole = "id";
    public const string ModelRole = "model";
    public const string TermRole = "term";
}
