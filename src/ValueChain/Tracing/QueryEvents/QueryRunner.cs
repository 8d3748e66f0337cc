using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.Query;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>Answers queries: lets indexes find, looks into what they find, and cuts pages.</summary>
/// <param name="events">The events as the actor may see them.</param>
internal sealed class QueryRunner(IEventReader events)
{
    /// <summary>Most events that are looked at for one page.</summary>
    public const int MaxLooked = 200_000;

    /// <summary>Most events that are ordered by a field of one's own.</summary>
    public const int MaxOrdered = 20_000;

    private const int Chunk = 1000;

    /// <summary>A page of events.</summary>
    /// <param name="query">The query.</param>
    /// <param name="at">Where the page begins; <c>null</c> for the first.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ProblemException">More events match than the query allows, or too many must be looked at.</exception>
    public async Task<QueryPage> RunAsync(EventQuery query, PageToken? at, CancellationToken cancellation)
    {
        if (query.MaxCount is { } most && at is null) await CheckCountAsync(query, most, cancellation);
        var room = Math.Min(query.PerPage, at?.Left ?? query.CountLimit ?? int.MaxValue);
        if (query.EventIds is { } ids) return new QueryPage([.. (await ByIdAsync(query, ids, cancellation)).Take(room)], null);
        if (query.OrderBy is { } field) return await OrderedAsync(query, field, (at, room), cancellation);
        var (found, next) = await CollectAsync(query, at?.Cursor, room, cancellation);
        var left = (at?.Left ?? query.CountLimit) - found.Count;
        return new QueryPage(found, next is null || left <= 0 ? null : new PageToken(next, null, left));
    }

    private async Task CheckCountAsync(EventQuery query, int most, CancellationToken cancellation)
    {
        var (found, _) = await CollectAsync(query, null, Math.Min(most, MaxLooked) + 1, cancellation);
        if (found.Count > most) throw new ProblemException(QueryProblems.TooLarge, $"More than {most} events match.", "maxEventCount", "Ask for less, or page with perPage and nextPageToken.");
    }

    private async Task<(List<RecordedEvent> Found, EventCursor? Next)> CollectAsync(EventQuery query, EventCursor? after, int room, CancellationToken cancellation)
    {
        var found = new List<RecordedEvent>();
        var limit = query.Rest.Count == 0 ? Math.Clamp(room + 1, 1, EventScan.MaxLimit) : Chunk;
        for (var looked = 0; looked < MaxLooked;)
        {
            var page = await events.ScanAsync(query.Scan with { After = after, Limit = limit }, cancellation);
            foreach (var item in page.Items.Where(item => Holds(query, item)))
            {
                if (found.Count == room) return (found, CursorOf(found[^1]));
                found.Add(item);
            }

            if (page.Next is null) return (found, null);
            after = page.Next;
            looked += limit;
        }

        return (found, after);
    }

    private async Task<List<RecordedEvent>> ByIdAsync(EventQuery query, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var found = new List<RecordedEvent>();
        foreach (var id in ids) found.AddRange((await events.FindAsync(id, cancellation)).Where(item => HoldsKeys(query.Scan, item) && Holds(query, item)));
        return found;
    }

    private async Task<QueryPage> OrderedAsync(EventQuery query, FieldPath field, (PageToken? At, int Room) page, CancellationToken cancellation)
    {
        var (found, more) = await CollectAsync(query, null, MaxOrdered, cancellation);
        if (more is not null) throw new ProblemException(QueryProblems.TooComplex, $"At most {MaxOrdered} events are ordered by a field of one's own.", "orderBy", "Ask for less.");
        var ordered = found.Select(item => (Item: item, Key: KeyOf(item, field))).Order(Comparer<(RecordedEvent Item, (double? Number, string Text) Key)>.Create((a, b) => Compare(a.Key, b.Key))).Select(p => p.Item).ToList();
        if (query.Scan.Descending) ordered.Reverse();
        var skip = page.At?.Skip ?? 0;
        var rest = ordered.Skip(skip).Take(page.Room).ToList();
        var left = (page.At?.Left ?? query.CountLimit) - rest.Count;
        return new QueryPage(rest, skip + rest.Count < ordered.Count && left is not <= 0 ? new PageToken(null, skip + rest.Count, left) : null);
    }

    private static int Compare((double? Number, string Text) a, (double? Number, string Text) b) =>
        a.Number is { } x && b.Number is { } y ? x.CompareTo(y) : string.CompareOrdinal(a.Text, b.Text);

    private static (double? Number, string Text) KeyOf(RecordedEvent recorded, FieldPath field)
    {
        using var view = new EventView(recorded);
        var value = field.Values(view.Json, view.Names).FirstOrDefault();
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)) return (number, value.GetRawText());
        return (null, PreHashTexts.Text(value));
    }

    /// <summary>Whether an event meets the conditions that indexes do not answer.</summary>
    public static bool Holds(EventQuery query, RecordedEvent recorded)
    {
        if (query.Rest.Count == 0) return true;
        using var view = new EventView(recorded);
        return query.Rest.All(condition => condition(view.Json, view.Names));
    }

    // Identifiers lead straight to events; what indexes would have sorted out is looked at here.
    private static bool HoldsKeys(EventScan scan, RecordedEvent recorded)
    {
        using var view = new EventView(recorded);
        var keys = new EventKeyReader(view.Names).Read(view.Json, recorded.Hash);
        return IsIn(scan.Types, keys.Type) && IsIn(scan.BizSteps, keys.BizStep) && IsIn(scan.Dispositions, keys.Disposition)
            && IsIn(scan.ReadPoints, keys.ReadPoint) && IsIn(scan.BizLocations, keys.BizLocation) && scan.Actions?.Contains(keys.Action) != false
            && keys.EventTime >= scan.From && keys.EventTime < scan.To && recorded.RecordedAt >= scan.RecordedFrom && recorded.RecordedAt < scan.RecordedTo
            && scan.Names.All(group => keys.Names.Any(name => (name.Roles & group.Roles) != EventRoles.None && group.Any.Any(asked => Fits(name.Name, asked))));
    }

    private static bool IsIn(IReadOnlyList<string>? wanted, string? value) => wanted is null || (value is not null && wanted.Any(asked => Fits(value, asked)));

    private static bool Fits(string name, string asked) =>
        asked.Contains('*', StringComparison.Ordinal) ? System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(asked, name, ignoreCase: false) : name == asked;

    private static EventCursor CursorOf(RecordedEvent last) => new(Record.Log.RecordTime.ToMicroseconds(last.EventTime), last.Number);
}
