namespace Voltloop.Record.Statements;

/// <summary>A statement with its place in the record.</summary>
/// <param name="Statement">The fact.</param>
/// <param name="Assertion">Number of the assertion that carried it, from 1, growing by one.</param>
/// <param name="Ordinal">Place in that assertion, from 0.</param>
/// <param name="Issuer">Who claims it.</param>
/// <param name="RecordedAt">When the record took it (UTC).</param>
public sealed record RecordedStatement(Statement Statement, long Assertion, int Ordinal, string Issuer, DateTimeOffset RecordedAt);
