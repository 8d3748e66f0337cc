namespace Voltloop.Record.Events;

/// <summary>A query that has a name.</summary>
/// <param name="Name">Name.</param>
/// <param name="Owner">Operator who made it.</param>
/// <param name="Body">The query, JSON.</param>
/// <param name="CreatedAt">When (UTC).</param>
public sealed record StoredQuery(string Name, string Owner, string Body, DateTimeOffset CreatedAt);
