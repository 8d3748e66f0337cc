namespace Voltloop.Web.Preservation;

/// <summary>What a witness has last said about this node's log.</summary>
/// <param name="Name">Name of the witness.</param>
/// <param name="Url">Its address.</param>
/// <param name="Entries">Entries that it has cosigned; <c>null</c> before the first time.</param>
/// <param name="At">When it cosigned.</param>
/// <param name="Problem">What was wrong at the last visit.</param>
public sealed record WitnessStatus(string Name, string Url, long? Entries, DateTimeOffset? At, string? Problem);
