namespace Voltloop.Record.Policies;

/// <summary>One line of the access log: who did what and when. No address, no user agent: nobody is profiled.</summary>
/// <param name="Who">Operator identifier.</param>
/// <param name="Name">Name of the account, key or token subject within that operator.</param>
/// <param name="Action">Kebab-case: <c>read</c>, <c>write</c>, <c>grant</c>, <c>revoke</c>, <c>hand-over</c>, <c>key-added</c> ...</param>
/// <param name="What">Thing and terms, or the right that changed.</param>
/// <param name="At">When (UTC, to the microsecond).</param>
public sealed record AccessEntry(string Who, string Name, string Action, string What, DateTimeOffset At);
