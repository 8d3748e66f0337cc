namespace Voltloop.Record.Policies;

/// <summary>An entry with its place in the chain.</summary>
/// <param name="Number">From 1, growing by one.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Hash">SHA-256 over the hash before it and the entry, lower-case hex.</param>
public sealed record LoggedAccess(long Number, AccessEntry Entry, string Hash);
