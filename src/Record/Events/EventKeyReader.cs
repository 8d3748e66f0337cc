using System.Text.Json;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Record.Events;

/// <summary>Takes the keys out of an event that has been checked.</summary>
/// <param name="names">Prefixes that hold for it.</param>
public sealed class EventKeyReader(EventNamespaces names)
{
    private const string Steps = "https://ref.gs1.org/cbv/BizStep-";
    private const string Dispositions = "https://ref.gs1.org/cbv/Disp-";

    /// <summary>The keys.</summary>
    /// <param name="captured">The event.</param>
    /// <param name="hash">Its hash: an identifier that says the same is none of its own.</param>
    public EventKeys Read(JsonElement captured, EventHash hash)
    {
        var id = Text(captured, "eventID");
        return new EventKeys(Text(captured, "type") ?? "", ActionOf(Text(captured, "action")), EventTime.Parse(Text(captured, "eventTime")))
        {
            EventId = id is null || hash.Equals(EventHash.TryParse(id)) ? null : id,
            BizStep = Word(Text(captured, "bizStep"), Steps),
            Disposition = Word(Text(captured, "disposition"), Dispositions),
            ReadPoint = Place(captured, "readPoint"),
            BizLocation = Place(captured, "bizLocation"),
            Names = NamesOf(captured),
            ErrorDeclaration = captured.TryGetProperty("errorDeclaration", out var error) ? error.GetRawText() : null,
        };
    }

    /// <summary>The form in which a name is kept and looked for.</summary>
    public string Canonical(string name) => PreHashValue.Canonical(name.Trim(), names);

    /// <summary>The form in which a business step is kept and looked for.</summary>
    public string BizStep(string text) => PreHashValue.Canonical(text.Trim(), names, Steps);

    /// <summary>The form in which a disposition is kept and looked for.</summary>
    public string Disposition(string text) => PreHashValue.Canonical(text.Trim(), names, Dispositions);

    private static EventAction ActionOf(string? text) => text switch
    {
        "OBSERVE" => EventAction.Observe,
        "ADD" => EventAction.Add,
        "DELETE" => EventAction.Delete,
        _ => EventAction.None,
    };

    private IReadOnlyList<EventName> NamesOf(JsonElement captured)
    {
        var found = new Dictionary<string, EventRoles>(StringComparer.Ordinal);
        foreach (var field in captured.EnumerateObject())
        {
            if (RoleOf(field.Name) is var (role, member) && role != EventRoles.None) Add(found, field.Value, role, member);
        }

        return [.. found.Select(name => new EventName(name.Key, name.Value))];
    }

    private static (EventRoles Role, string? Member) RoleOf(string field) => field switch
    {
        "epcList" => (EventRoles.Epc, null),
        "parentID" => (EventRoles.Parent, null),
        "childEPCs" => (EventRoles.Child, null),
        "inputEPCList" => (EventRoles.Input, null),
        "outputEPCList" => (EventRoles.Output, null),
        "quantityList" => (EventRoles.Class, "epcClass"),
        "childQuantityList" => (EventRoles.ChildClass, "epcClass"),
        "inputQuantityList" => (EventRoles.InputClass, "epcClass"),
        "outputQuantityList" => (EventRoles.OutputClass, "epcClass"),
        "transformationID" => (EventRoles.Transformation, null),
        "bizTransactionList" => (EventRoles.Transaction, "bizTransaction"),
        "sourceList" => (EventRoles.Source, "source"),
        "destinationList" => (EventRoles.Destination, "destination"),
        _ => (EventRoles.None, null),
    };

    private void Add(Dictionary<string, EventRoles> found, JsonElement value, EventRoles role, string? member)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Add(found, item, role, member);
            return;
        }

        var text = member is null ? Text(value) : Text(value, member);
        if (text is null) return;
        var name = Canonical(text);
        found[name] = found.GetValueOrDefault(name) | role;
    }

    private string? Word(string? text, string words) => text is null ? null : PreHashValue.Canonical(text, names, words);

    private string? Place(JsonElement captured, string name) =>
        captured.TryGetProperty(name, out var place) && Text(place, "id") is { } id ? Canonical(id) : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Text(value) : null;
}
