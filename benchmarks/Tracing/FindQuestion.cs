using System.Globalization;

namespace Voltloop.Bench.Tracing;

/// <summary>A question to a store of events.</summary>
/// <param name="Name">In words.</param>
/// <param name="Path">Ours: path and query for the event of a number.</param>
/// <param name="Sql">Plain: a SELECT with <c>$key</c>.</param>
/// <param name="Key">Plain: the key.</param>
internal sealed record FindQuestion(string Name, Func<int, string> Path, string Sql, Func<int, string> Key)
{
    /// <summary>The events of one cell.</summary>
    public static readonly FindQuestion Cell = new(
        "events of one cell", n => "events?MATCH_anyEPC=" + Uri.EscapeDataString(EventSample.Cell(n / 5 * 4)),
        "SELECT json FROM posting JOIN event ON event.id = posting.event WHERE epc = $key", n => EventSample.Cell(n / 5 * 4));

    /// <summary>One event.</summary>
    public static readonly FindQuestion Identifier = new(
        "event by identifier", n => "events/" + Uri.EscapeDataString(EventSample.Id(n)), "SELECT json FROM event WHERE eventID = $key", EventSample.Id);

    /// <summary>Thirty events of a read point within an hour.</summary>
    public static readonly FindQuestion Window = new(
        "read point and hour, 30 events",
        n => $"events?EQ_readPoint={Uri.EscapeDataString(Point(n))}&GE_eventTime={Iso(n, -1)}&LT_eventTime={Iso(n, 0)}&perPage=30",
        "SELECT json FROM event WHERE place = substr($key, 1, 31) AND time < substr($key, 32) ORDER BY time DESC LIMIT 30",
        n => Point(n) + Iso(n, 0));

    private static string Point(int n) => FormattableString.Invariant($"urn:epc:id:sgln:4012345.{n % 40:D5}.0");

    private static string Iso(int n, int hours) => EventSample.Time(n).AddMilliseconds(1).AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
