namespace Voltloop.Record.Statements;

/// <summary>Statements of one issuer, written and acknowledged as a unit.</summary>
/// <param name="Issuer">URI or name of who claims the facts.</param>
/// <param name="Statements">At least one statement.</param>
public sealed record Assertion(string Issuer, IReadOnlyList<Statement> Statements);
