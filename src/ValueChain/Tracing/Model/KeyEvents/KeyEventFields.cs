using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Tracing.Model.Custody;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>Reads what rules and facts ask for out of an event that keeps the rules of EPCIS 2.0.</summary>
internal static class KeyEventFields
{
    private const string Field = "keyEvent";

    private static readonly (EventRoles Role, string Field, string? Member)[] Lists =
    [
        (EventRoles.Epc, "epcList", null), (EventRoles.Class, "quantityList", "epcClass"), (EventRoles.Parent, "parentID", null),
        (EventRoles.Child, "childEPCs", null), (EventRoles.ChildClass, "childQuantityList", "epcClass"), (EventRoles.Input, "inputEPCList", null),
        (EventRoles.InputClass, "inputQuantityList", "epcClass"), (EventRoles.Output, "outputEPCList", null), (EventRoles.OutputClass, "outputQuantityList", "epcClass"),
    ];

    /// <summary>The code that an event states, whether the vocabulary knows it or not; <c>null</c> when it is no key event.</summary>
    public static string? CodeOf(JsonElement captured, EventKeys keys)
    {
        if (captured.TryGetProperty("voltloop:" + Field, out var stated) || captured.TryGetProperty("urn:voltloop:vocab:" + Field, out stated))
            return stated.ValueKind == JsonValueKind.String ? stated.GetString()! : stated.GetRawText();
        return keys.BizStep is { } step && step.StartsWith(KeyEvent.StepStart, StringComparison.Ordinal) ? step[KeyEvent.StepStart.Length..] : null;
    }

    /// <summary>A text of a field of one's own.</summary>
    public static string? Text(JsonElement captured, string name) => CustodyNames.Text(captured, name);

    /// <summary>First field of some roles, for messages.</summary>
    public static string FieldOf(EventRoles roles) => Lists.FirstOrDefault(list => (list.Role & roles) != EventRoles.None).Field ?? "";

    /// <summary>Masses of the quantities of some roles, kg.</summary>
    public static IEnumerable<double> Masses(JsonElement captured, EventRoles roles) => Lists
        .Where(list => list.Member is not null && (list.Role & roles) != EventRoles.None && captured.TryGetProperty(list.Field, out var found) && found.ValueKind == JsonValueKind.Array)
        .SelectMany(list => captured.GetProperty(list.Field).EnumerateArray()).Select(QuantityMass.Kilograms).OfType<double>().Where(mass => mass > 0);

    /// <summary>Values of the sensor reports of a type, in a unit; those that cannot be converted are left out.</summary>
    /// <param name="captured">The event.</param>
    /// <param name="type">Type of measurement of the GS1 Web Vocabulary.</param>
    /// <param name="unit">Unit of the result, UN Rec 20.</param>
    public static IEnumerable<double> Measured(JsonElement captured, string type, string unit)
    {
        foreach (var report in List(captured, "sensorElementList").SelectMany(element => List(element, "sensorReport")))
        {
            if (Member(report, "type") is { } stated && WordSpelling.Measurement.Bare(stated) == type && Value(report, unit) is { } value) yield return value;
        }
    }

    /// <summary>Whether the event holds a certificate or a test report.</summary>
    public static bool HasCertificate(JsonElement captured) => captured.TryGetProperty("certificationInfo", out _)
        || List(captured, "bizTransactionList").Any(one => Member(one, "type") is { } type && WordSpelling.Transaction.Bare(type) is "cert" or "testres");

    /// <summary>Who owns or holds the goods next; <c>null</c> when the event does not say.</summary>
    public static string? Destination(JsonElement captured) => List(captured, "destinationList")
        .Where(one => Member(one, "type") is { } type && WordSpelling.Party.Bare(type) is "owning_party" or "possessing_party").Select(one => Member(one, "destination")).FirstOrDefault();

    private static double? Value(JsonElement report, string unit) =>
        report.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            && Member(report, "uom") is { } stated ? UnitCode.Convert(number, stated, unit) : null;

    private static string? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
