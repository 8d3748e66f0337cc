namespace Voltloop.Passport.ServeEn18222;

/// <summary>A dialect of the EN 18222 answers, where open implementations disagree: one row of <c>profiles.csv</c>.</summary>
/// <param name="Name">Name for the parameter <c>profile</c>.</param>
/// <param name="Timestamp">Header member of the newest change: <c>lastUpdate</c> or <c>lastUpdated</c>.</param>
/// <param name="LowerEnums">Granularity and status in lower case instead of <c>Item</c>, <c>Active</c>.</param>
/// <param name="Children">Member with the children of a multi-valued element: <c>elements</c> or <c>value</c>.</param>
/// <param name="Envelope">Wraps answers as <c>{statusCode, payload, result}</c>.</param>
/// <param name="SearchReply">Shape of a page of identifiers: items, dppIdentifiers, payload or pagination.</param>
/// <param name="ResultKey">Member of a Result with its messages: <c>message</c> or <c>messages</c>.</param>
/// <param name="RefusesNull">Refuses null in a merge patch instead of deleting.</param>
/// <param name="RepliesDocument">Creation answers with the document instead of its identifier alone.</param>
internal sealed record En18222Profile(
    string Name, string Timestamp, bool LowerEnums, string Children, bool Envelope, string SearchReply, string ResultKey, bool RefusesNull, bool RepliesDocument);
