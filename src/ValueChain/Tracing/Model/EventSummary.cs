using System.Globalization;
using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.Model;

/// <summary>One line for people about an event.</summary>
/// <param name="Title">What happened: business step, else type and action.</param>
/// <param name="About">What it is about.</param>
/// <param name="Identity">Identifier of its author, else its hash.</param>
internal sealed record EventSummary(string Title, string About, string Identity)
{
    private const int MaxNamed = 2;

    /// <summary>Where: read point, else business location.</summary>
    public string? Place { get; init; }

    /// <summary>Disposition after it, as a word.</summary>
    public string? Disposition { get; init; }

    /// <summary>Event type.</summary>
    public string Type { get; init; } = "";

    /// <summary>Action; empty for transformations.</summary>
    public string Action { get; init; } = "";

    /// <summary>The key event that it calls itself; <c>null</c> for none.</summary>
    public string? KeyEvent { get; init; }

    /// <summary>Measured values with their units.</summary>
    public IReadOnlyList<string> Measured { get; init; } = [];

    /// <summary>Whether it declares an earlier event wrong.</summary>
    public bool IsErrorDeclaration { get; init; }

    /// <summary>From a recorded event.</summary>
    public static EventSummary Of(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        var captured = json.RootElement;
        var keys = new EventKeyReader(EventNamespaces.Official).Read(captured, recorded.Hash);
        var step = captured.TryGetProperty("bizStep", out var stated) ? Words(WordSpelling.BizStep.Bare(stated.GetString()!)) : null;
        return new EventSummary(step ?? $"{keys.Type} {keys.Action}", Named(keys), keys.EventId ?? recorded.Hash.ToString())
        {
            Place = keys.ReadPoint ?? keys.BizLocation,
            Disposition = captured.TryGetProperty("disposition", out var disposition) ? Words(WordSpelling.Disposition.Bare(disposition.GetString()!)) : null,
            Type = keys.Type,
            Action = keys.Action == EventAction.None ? "" : keys.Action.ToString(),
            KeyEvent = KeyEventFields.CodeOf(captured, keys),
            Measured = [.. Reports(captured)],
            IsErrorDeclaration = keys.ErrorDeclaration is not null,
        };
    }

    // ElectricCharge is read as electric charge.
    private static string Spoken(string type) =>
        string.Concat(type.Select((letter, i) => i > 0 && char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(type[i - 1]) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static string Words(string word) => word.Replace('_', ' ');

    private static string Named(EventKeys keys)
    {
        string[] objects = [.. keys.Names.Where(n => (n.Roles & EventRoles.Objects) != EventRoles.None).Select(n => n.Name)];
        var named = string.Join(", ", objects.Take(MaxNamed));
        return objects.Length > MaxNamed ? string.Create(CultureInfo.InvariantCulture, $"{named} and {objects.Length - MaxNamed} more") : named;
    }

    private static IEnumerable<string> Reports(JsonElement captured)
    {
        if (!captured.TryGetProperty("sensorElementList", out var list) || list.ValueKind != JsonValueKind.Array) yield break;
        foreach (var report in list.EnumerateArray().Where(e => e.TryGetProperty("sensorReport", out _)).SelectMany(e => e.GetProperty("sensorReport").EnumerateArray()))
        {
            var type = report.TryGetProperty("type", out var stated) ? PreHashTexts.Text(stated) : "";
            var value = report.TryGetProperty("value", out var number) ? PreHashTexts.Text(number) : report.TryGetProperty("stringValue", out var text) ? PreHashTexts.Text(text) : "";
            var unit = report.TryGetProperty("uom", out var uom) ? PreHashTexts.Text(uom) : "";
            yield return $"{Spoken(type)} {value} {UnitSymbol.Of(unit)}".Trim();
        }
    }
}
