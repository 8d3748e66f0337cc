using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>A part of the access log, and whether the whole is unbroken.</summary>
/// <param name="Entries">Entries in order of their numbers.</param>
/// <param name="Length">Number of the newest entry.</param>
/// <param name="Head">Hash of the newest entry.</param>
/// <param name="FirstBroken">Number of the first entry that is not as it was written; absent when all are.</param>
public sealed record AccessLogResource(IReadOnlyList<LoggedAccess> Entries, long Length, string Head, long? FirstBroken);
