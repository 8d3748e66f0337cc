using System.Runtime.CompilerServices;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Passport.AssessReadiness;

/// <summary>All things of a query, page by page.</summary>
internal static class AllThings
{
    /// <summary>Streams the things.</summary>
    public static async IAsyncEnumerable<Thing> Of(IRecordReader record, ThingQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = query with { Limit = ThingQuery.MaxLimit };
        while (true)
        {
            var page = await record.ListThingsAsync(next, cancellation).ConfigureAwait(false);
            foreach (var thing in page.Items) yield return thing;
            if (page.Next is null) yield break;
            next = next with { Cursor = page.Next };
        }
    }
}
