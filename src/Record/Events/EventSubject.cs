namespace Voltloop.Record.Events;

/// <summary>What a decision about an event looks at; it never changes.</summary>
/// <param name="Issuer">Who captured it.</param>
/// <param name="Things">What it is about.</param>
public sealed record EventSubject(string Issuer, IReadOnlyList<string> Things);
