using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Tracing.Model.Query;
using Voltloop.Tracing.QueryEvents;
using Voltloop.Web.Access;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>Finds what is new for a subscription, as its owner may see it now.</summary>
/// <param name="events">The events.</param>
/// <param name="settings">Names the keeper.</param>
internal sealed class MatchingEvents(ActorEventReader events, AccessSettings settings)
{
    /// <summary>Most events of one delivery.</summary>
    public const int MaxDelivered = 500;

    private const int Chunk = 500;

    /// <summary>Matching events behind a watermark, in the order of recording, and how far was looked.</summary>
    /// <param name="stored">The query.</param>
    /// <param name="owner">Operator in whose name.</param>
    /// <param name="range">Behind this number, up to and with that one.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async Task<(IReadOnlyList<RecordedEvent> Found, long LookedTo)> FindAsync(StoredQuery stored, string owner, (long After, long To) range, CancellationToken cancellation)
    {
        var query = NamedQueries.Read(stored).Query;
        var reader = events.For(ActorOf(owner));
        var scan = query.Scan with { ByRecord = true, Descending = false, Limit = Chunk };
        var found = new List<RecordedEvent>();
        for (var after = range.After; after < range.To;)
        {
            var page = await reader.ScanAsync(scan with { After = new EventCursor(0, after) }, cancellation);
            foreach (var recorded in page.Items.Where(e => e.Number <= range.To && QueryRunner.Holds(query, e) && HasId(query, e)))
            {
                found.Add(recorded);
                if (found.Count == MaxDelivered) return (found, recorded.Number);
            }

            if (page.Next is not { } next) break;
            after = next.Number;
        }

        return (found, range.To);
    }

    private static bool HasId(EventQuery query, RecordedEvent recorded)
    {
        if (query.EventIds is not { } ids) return true;
        using var view = new EventView(recorded);
        return ids.Any(id => recorded.Hash == Record.Events.Hashing.EventHash.TryParse(id) || (view.Json.TryGetProperty("eventID", out var own) && own.ValueEquals(id)));
    }

    private Actor ActorOf(string owner)
    {
        var id = Core.Identities.ThingId.Parse(owner);
        return id == settings.Keeper ? Actor.Keeper(id, "subscription", "house") : new Actor(id, "subscription", new HashSet<string>(StringComparer.Ordinal), ActorRoles.None);
    }
}
