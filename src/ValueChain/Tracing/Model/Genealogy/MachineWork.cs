using System.Text.Json;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.Model.Genealogy;

/// <summary>
/// How much of what an event tells was done within a time. Sensor elements with <c>startTime</c> and <c>endTime</c> say when a machine
/// was at work, and with <c>voltloop:fromMetre</c> and <c>voltloop:toMetre</c> on which metres; else the event's own time counts.
/// </summary>
internal static class MachineWork
{
    /// <summary>Longest run of a machine that one event tells of: events are made when a coil is taken off.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromHours(24);

    /// <summary>Whether it worked then, and on which stretch; no stretch when no metres are said.</summary>
    public static (bool Worked, CoilInterval? Stretch) Within(JsonElement captured, DateTimeOffset from, DateTimeOffset before)
    {
        var (told, worked, stretch) = (false, false, default(CoilInterval?));
        foreach (var metadata in Metadata(captured))
        {
            if (Moment(metadata, "startTime") is not { } start || Moment(metadata, "endTime") is not { } end) continue;
            told = true;
            if (start >= before || end <= from) continue;
            worked = true;
            stretch = Joined(stretch, metadata);
        }

        if (told) return (worked, stretch);
        var at = EventTime.Parse(captured.GetProperty("eventTime").GetString()!);
        return (at >= from && at < before, null);
    }

    private static IEnumerable<JsonElement> Metadata(JsonElement captured)
    {
        if (!captured.TryGetProperty("sensorElementList", out var list) || list.ValueKind != JsonValueKind.Array) return [];
        return list.EnumerateArray().Where(element => element.TryGetProperty("sensorMetadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object)
            .Select(element => element.GetProperty("sensorMetadata"));
    }

    private static CoilInterval? Joined(CoilInterval? known, JsonElement metadata)
    {
        if (Metre(metadata, "fromMetre") is not { } from || Metre(metadata, "toMetre") is not { } to || to < from) return known;
        return known is { } stretch ? new CoilInterval(Math.Min(stretch.FromMetre, from), Math.Max(stretch.ToMetre, to)) : new CoilInterval(from, to);
    }

    private static DateTimeOffset? Moment(JsonElement metadata, string name) =>
        metadata.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(text.GetString(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static double? Metre(JsonElement metadata, string name) =>
        Custody.CustodyNames.Member(metadata, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var metre) && double.IsFinite(metre) ? metre : null;
}
