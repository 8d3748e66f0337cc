using System.Globalization;
using System.Text.Json;
using Voltloop.Record.Events;

namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Takes the readings out of an event (EPCIS 2.0 sensorElementList).</summary>
internal static class SensorReports
{
    /// <summary>The readings about the machine itself; elements that read a single thing are passed over.</summary>
    public static IEnumerable<ProcessReading> Of(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        return [.. Elements(json.RootElement).SelectMany(element => Reports(element, recorded.EventTime))];
    }

    private static IEnumerable<JsonElement> Elements(JsonElement captured) =>
        captured.TryGetProperty("sensorElementList", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static IEnumerable<ProcessReading> Reports(JsonElement element, DateTimeOffset told)
    {
        var known = element.TryGetProperty("sensorMetadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object;
        if (known && metadata.TryGetProperty("voltloop:thing", out _)) yield break;
        if (!element.TryGetProperty("sensorReport", out var reports) || reports.ValueKind != JsonValueKind.Array) yield break;
        var at = (known ? Moment(metadata, "startTime") ?? Moment(metadata, "time") : null) ?? told;
        foreach (var report in reports.EnumerateArray())
        {
            if (Text(report, "type") is not { } type || !report.TryGetProperty("value", out var number) || number.ValueKind != JsonValueKind.Number) continue;
            yield return new ProcessReading(type[(type.LastIndexOf(':') + 1)..], Text(report, "uom") ?? "", Moment(report, "time") ?? at, number.GetDouble());
        }
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static DateTimeOffset? Moment(JsonElement of, string name) =>
        DateTimeOffset.TryParse(Text(of, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
