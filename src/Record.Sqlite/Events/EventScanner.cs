using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Events;

/// <summary>
/// Reads events in order of time through the index that promises the fewest rows: identifiers first, then places and steps, then
/// time alone. Several values of one index are merged, so that a page never costs more than itself.
/// </summary>
internal sealed class EventScanner(Database database, EventScan scan, CancellationToken cancellation)
{
    private const long First = -62_135_596_800_000_000;
    private const long Last = 253_402_300_800_000_000;
    private const int MaxCounted = 5_000;
    private const int MaxSpelled = 10_000;

    private readonly List<RecordedEvent> _items = [];

    /// <exception cref="ProblemException">A pattern stands for too many names.</exception>
    public EventPage Read()
    {
        if (scan.Limit is < 1 or > EventScan.MaxLimit) throw new ProblemException(CommonProblems.BadRequest, $"A read has 1 to {EventScan.MaxLimit} events, not {scan.Limit}.");
        var filter = Filter(out var groups);
        if (filter is null) return new EventPage([], null);
        var sources = scan.ByRecord ? [Source("event AS e NOT INDEXED", "1", filter)] : Sources(groups, filter);
        Merge(sources);
        return new EventPage(_items, _items.Count < scan.Limit ? null : CursorOf(_items[^1]));
    }

    private string Order => scan.Descending ? "DESC" : "ASC";

    private static EventCursor CursorOf(RecordedEvent last) => new(RecordTime.ToMicroseconds(last.EventTime), last.Number);

    // Everything that is not the leading index; null when nothing can match.
    private string? Filter(out List<long[]> groups)
    {
        groups = [];
        var sql = new StringBuilder();
        var isPossible = Add(sql, "type", scan.Types) && Add(sql, "biz_step", scan.BizSteps) && Add(sql, "disposition", scan.Dispositions)
            && Add(sql, "read_point", scan.ReadPoints) && Add(sql, "biz_location", scan.BizLocations);
        if (scan.Actions is { } actions) sql.Append($" AND e.action IN ({string.Join(',', actions.Select(a => (int)a))})");
        AddNumbers(sql);
        foreach (var group in scan.Names)
        {
            var ids = group.Any.SelectMany(Ids).Distinct().ToArray();
            isPossible &= ids.Length > 0;
            groups.Add(ids);
            if (ids.Length > 0) sql.Append(Invariant($" AND EXISTS (SELECT 1 FROM event_posting AS p{groups.Count} WHERE p{groups.Count}.name_id IN ({List(ids)}) AND p{groups.Count}.event_time = e.event_time AND p{groups.Count}.number = e.number AND p{groups.Count}.roles & {(int)group.Roles} <> 0)"));
        }

        return isPossible ? sql.ToString() : null;
    }

    private bool Add(StringBuilder sql, string column, IReadOnlyList<string>? names)
    {
        if (names is null) return true;
        var ids = names.SelectMany(Ids).ToArray();
        sql.Append(CultureInfo.InvariantCulture, $" AND e.{column} IN ({List(ids)})");
        return ids.Length > 0;
    }

    // The clock of the record grows with the numbers, so a time of recording is a range of numbers.
    private void AddNumbers(StringBuilder sql)
    {
        if (scan.RecordedFrom > DateTimeOffset.MinValue) sql.Append(CultureInfo.InvariantCulture, $" AND e.number >= {FirstFrom(scan.RecordedFrom)}");
        if (scan.RecordedTo < DateTimeOffset.MaxValue) sql.Append(CultureInfo.InvariantCulture, $" AND e.number < {FirstFrom(scan.RecordedTo)}");
        if (scan is { ByRecord: true, After: { } after }) sql.Append(CultureInfo.InvariantCulture, $" AND e.number {(scan.Descending ? '<' : '>')} {after.Number}");
    }

    private long FirstFrom(DateTimeOffset moment)
    {
        using var row = database.Get("SELECT first FROM event_capture WHERE recorded_at >= ?1 ORDER BY recorded_at, seq LIMIT 1").Bind(1, RecordTime.ToMicroseconds(moment.AddTicks(TimeSpan.TicksPerMicrosecond - 1)));
        return row.Step() ? row.Integer(0) : long.MaxValue;
    }

    private List<Query> Sources(List<long[]> groups, string filter)
    {
        var names = groups.Where(g => g.Length <= EventScan.MaxFollowed).OrderBy(Count).FirstOrDefault();
        if (names is not null) return [.. names.Select(id => Source("event_posting AS i CROSS JOIN event AS e ON e.number = i.number", Invariant($"i.name_id = {id}"), filter))];
        if (Column("read_point", "event_by_read_point", scan.ReadPoints, filter) is { } places) return places;
        if (Column("biz_location", "event_by_location", scan.BizLocations, filter) is { } locations) return locations;
        if (Column("biz_step", "event_by_step", scan.BizSteps, filter) is { } steps) return steps;
        return [Source("event AS e INDEXED BY event_by_time", "1", filter)];
    }

    private long Count(long[] ids)
    {
        var total = 0L;
        foreach (var id in ids)
        {
            using var row = database.Get("SELECT count(*) FROM (SELECT 1 FROM event_posting WHERE name_id = ?1 LIMIT ?2)").Bind(1, id).Bind(2, MaxCounted);
            total += row.Step() ? row.Integer(0) : 0;
        }

        return total;
    }

    private List<Query>? Column(string column, string index, IReadOnlyList<string>? names, string filter)
    {
        var ids = names?.SelectMany(Ids).Distinct().ToArray();
        return ids is { Length: > 0 and <= EventScan.MaxFollowed } ? [.. ids.Select(id => Source($"event AS e INDEXED BY {index}", Invariant($"e.{column} = {id}"), filter))] : null;
    }

    private Query Source(string from, string key, string filter)
    {
        var time = from.StartsWith("event_posting", StringComparison.Ordinal) ? "i" : "e";
        var order = scan.ByRecord ? $"e.number {Order}" : $"{time}.event_time {Order}, {time}.number {Order}";
        var times = scan.ByRecord ? " AND e.event_time >= ?1 AND e.event_time < ?2" : Window(time);
        return database.Prepare($"SELECT {EventReads.Columns} FROM {from} WHERE {key}{times}{filter} ORDER BY {order}").Bind(1, FromTime).Bind(2, ToTime);
    }

    private long FromTime => Math.Max(First, Micro(scan.From));

    private long ToTime => Math.Min(Last, Micro(scan.To));

    private string Window(string time)
    {
        var window = $" AND {time}.event_time >= ?1 AND {time}.event_time < ?2";
        if (scan.After is not { } after) return window;
        var sign = scan.Descending ? '<' : '>';
        return window + Invariant($" AND ({time}.event_time, {time}.number) {sign} ({after.EventTime}, {after.Number})");
    }

    // Each source is in order; the smallest head of all is next. An event that several sources give is taken once.
    private void Merge(List<Query> sources)
    {
        try
        {
            var heads = new PriorityQueue<Query, (long, long)>();
            sources.ForEach(source => Enqueue(heads, source));
            var last = 0L;
            while (_items.Count < scan.Limit && heads.TryDequeue(out var source, out _))
            {
                cancellation.ThrowIfCancellationRequested();
                if (source.Integer(0) != last) _items.Add(EventReads.Read(source));
                last = source.Integer(0);
                Enqueue(heads, source);
            }
        }
        finally
        {
            sources.ForEach(source => source.Close());
        }
    }

    private void Enqueue(PriorityQueue<Query, (long, long)> heads, Query source)
    {
        if (!source.Step()) return;
        var (time, number) = scan.ByRecord ? (0, source.Integer(0)) : (source.Integer(5), source.Integer(0));
        heads.Enqueue(source, scan.Descending ? (-time, -number) : (time, number));
    }

    private IEnumerable<long> Ids(string name)
    {
        var isPattern = name.Contains('*', StringComparison.Ordinal);
        using var row = database.Get(isPattern ? "SELECT id FROM event_name WHERE name GLOB ?1 LIMIT ?2" : "SELECT id FROM event_name WHERE name = ?1 LIMIT ?2").Bind(1, isPattern ? name.Replace("[", "[[]", StringComparison.Ordinal) : name).Bind(2, MaxSpelled + 1);
        var ids = new List<long>();
        while (row.Step()) ids.Add(row.Integer(0));
        return ids.Count <= MaxSpelled ? ids : throw new ProblemException(CommonProblems.LimitExceeded, $"{name} stands for more than {MaxSpelled} names.", null, "Ask for less at once.");
    }

    private static long Micro(DateTimeOffset moment) => RecordTime.ToMicroseconds(moment);

    private static string List(long[] ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
