using Voltloop.Core.Identities;
using Voltloop.Record.Statements;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>What one row says.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Id">The battery or model.</param>
/// <param name="Model">Its model.</param>
/// <param name="Statements">Facts.</param>
internal sealed record SheetBattery(int Row, ThingId Id, ThingId? Model, IReadOnlyList<Statement> Statements);
