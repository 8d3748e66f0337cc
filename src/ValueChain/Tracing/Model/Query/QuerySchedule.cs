using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Tracing.Model.Query;

/// <summary>
/// When a scheduled query runs, in UTC: values and ranges such as <c>0,[15-20]</c> for second, minute, hour, dayOfMonth, month and
/// dayOfWeek (1 is Monday). What is finer than the finest field that is given counts from its first value, all else is any.
/// </summary>
internal sealed class QuerySchedule
{
    private static readonly (string Name, int First, int Last)[] Fields =
        [("second", 0, 59), ("minute", 0, 59), ("hour", 0, 23), ("dayOfMonth", 1, 31), ("month", 1, 12), ("dayOfWeek", 1, 7)];

    private readonly HashSet<int>[] _allowed;

    private QuerySchedule(HashSet<int>[] allowed) => _allowed = allowed;

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="ProblemException">It is empty, or a value is out of range.</exception>
    public static QuerySchedule Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.EnumerateObject().Any()) throw Bad("schedule", "It is an object with at least one field.");
        foreach (var member in json.EnumerateObject())
        {
            if (!Array.Exists(Fields, f => f.Name == member.Name)) throw Bad(member.Name, "A schedule has no such field.");
        }

        var finest = Array.FindIndex(Fields, f => json.TryGetProperty(f.Name, out _));
        return new QuerySchedule([.. Fields.Select((field, i) => json.TryGetProperty(field.Name, out var value) ? Values(field, value)
            : i < finest || (finest == 5 && i < 3) ? [field.First] : [.. Enumerable.Range(field.First, field.Last - field.First + 1)])]);
    }

    /// <summary>The first moment behind a moment at which the query runs; <c>null</c> when it never does (30 February).</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var at = new DateTime(after.UtcTicks - (after.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        var day = at.Date;
        for (var days = 0; days <= MaxDays; days++, day = day.AddDays(1))
        {
            if (IsDay(day) && FirstIn(day, days == 0 ? at.TimeOfDay : TimeSpan.Zero) is { } time) return new DateTimeOffset(day + time, TimeSpan.Zero);
        }

        return null;
    }

    // Leap days come at most eight years apart.
    private const int MaxDays = (8 * 366) + 1;

    private bool IsDay(DateTime day) => _allowed[3].Contains(day.Day) && _allowed[4].Contains(day.Month) && _allowed[5].Contains(day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek);

    private TimeSpan? FirstIn(DateTime day, TimeSpan from)
    {
        _ = day;
        foreach (var hour in _allowed[2].Where(h => h >= from.Hours).Order())
        {
            foreach (var minute in _allowed[1].Where(m => hour > from.Hours || m >= from.Minutes).Order())
            {
                var isLater = hour > from.Hours || minute > from.Minutes;
                foreach (var second in _allowed[0].Where(s => isLater || s >= from.Seconds).Order()) return new TimeSpan(hour, minute, second);
            }
        }

        return null;
    }

    private static HashSet<int> Values((string Name, int First, int Last) field, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var values = new HashSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Trim('[', ']').Split('-', 2);
            var (from, to) = (Number(field, ends[0]), Number(field, ends[^1]));
            for (var number = from; number <= to; number++) values.Add(number);
        }

        return values.Count > 0 ? values : throw Bad(field.Name, $"\"{text}\" is empty.");
    }

    private static int Number((string Name, int First, int Last) field, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= field.First && number <= field.Last
            ? number
            : throw Bad(field.Name, $"\"{text}\" is not between {field.First} and {field.Last}.");

    private static ProblemException Bad(string name, string detail) => new(QueryProblems.BadParameter, detail, name);
}
