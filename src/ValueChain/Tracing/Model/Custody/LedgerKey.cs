namespace Voltloop.Tracing.Model.Custody;

/// <summary>What one ledger is about.</summary>
/// <param name="Operator">Who answers for it.</param>
/// <param name="Site">Where.</param>
/// <param name="Material">Name of the material.</param>
/// <param name="Element">Symbol, or <see cref="MassFlow.Gross"/>.</param>
/// <param name="Model">Custody model.</param>
internal sealed record LedgerKey(string Operator, string Site, string Material, string Element, CustodyModel Model);
