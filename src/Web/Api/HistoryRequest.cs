using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Web.Http;

namespace Voltloop.Web.Api;

/// <summary>Query parameters of the history of a thing.</summary>
/// <param name="Term">Only this term.</param>
/// <param name="KnownAt">Only what was known at this moment.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Page size.</param>
public sealed record HistoryRequest(string? Term, string? KnownAt, string? Cursor, int? Limit)
{
    /// <summary>The query behind the parameters.</summary>
    public HistoryQuery ToQuery(ThingId thing) => new(thing)
    {
        Term = Term,
        KnownAt = TimeParameters.Read(KnownAt, "knownAt"),
        Cursor = Cursor,
        Limit = PageLimit.Read(Limit, 200, 10_000),
    };
}
