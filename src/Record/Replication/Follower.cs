namespace Voltloop.Record.Replication;

/// <summary>A back-up that follows this node.</summary>
/// <param name="Name">Who asks: name of its key or account.</param>
/// <param name="Operator">Operator it acts for.</param>
/// <param name="Assertions">Entries of the log that it has confirmed to hold durably.</param>
/// <param name="ConfirmedAt">When it last confirmed (UTC).</param>
public sealed record Follower(string Name, string Operator, long Assertions, DateTimeOffset ConfirmedAt);
