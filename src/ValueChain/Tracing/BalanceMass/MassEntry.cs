using System.Text.Json;
using System.Text.Json.Serialization;
using Voltloop.Record.Events;
using Voltloop.Tracing.Model;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>What an event of the record says about masses.</summary>
/// <param name="Number">Number of the event.</param>
/// <param name="Said">What it says.</param>
internal sealed record MassEntry(long Number, MassEvent Said)
{
    private static readonly JsonSerializerOptions Shape = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true };

    /// <summary>Reads an event; <c>null</c> when the books do not need it.</summary>
    public static MassEntry? Of(RecordedEvent recorded)
    {
        if (!MassEventReader.MayCount(recorded.Json)) return null;
        using var json = JsonDocument.Parse(recorded.Json);
        var id = JsonFields.Text(json.RootElement, "eventID") ?? recorded.Hash.ToString();
        var said = MassEventReader.Read(json.RootElement, id, recorded.Issuer);
        return said.Counts ? new MassEntry(recorded.Number, said) : null;
    }

    /// <summary>Reads what was kept.</summary>
    /// <exception cref="JsonException">Something else was kept.</exception>
    public static MassEntry Of(EventExtract kept) =>
        new(kept.Number, JsonSerializer.Deserialize<MassEvent>(kept.Body, Shape) ?? throw new JsonException("There is nothing in it."));

    /// <summary>In the form in which it is kept.</summary>
    public EventExtract Extract() => new(Number, JsonSerializer.SerializeToUtf8Bytes(Said, Shape));
}
