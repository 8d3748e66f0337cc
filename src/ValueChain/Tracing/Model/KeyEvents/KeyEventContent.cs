using System.Globalization;
using System.Text.Json;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>Checks what an event must carry by itself.</summary>
internal static class KeyEventContent
{
    /// <summary>The field and what is wrong with it; <c>null</c> when the rule is kept.</summary>
    public static (string Field, string Message)? Wrong(KeyEventRule rule, KeyEventSighting seen, JsonElement captured) => rule.Kind switch
    {
        KeyEventRuleKind.Form => seen.Form is not null ? null : ("/type", $"{seen.Kind.Label} is not said by {seen.Keys.Type} {(captured.TryGetProperty("action", out var action) ? action.ToString() : "")}".TrimEnd() + "."),
        KeyEventRuleKind.Step => Fits(rule, seen) ? null : ("/bizStep", $"The business step {seen.Keys.BizStep} does not fit {seen.Kind.Label}."),
        KeyEventRuleKind.Mass => seen.Form is null || KeyEventFields.Masses(captured, seen.Roles(rule.Of)).Any() ? null : ("/" + KeyEventFields.FieldOf(seen.Roles(rule.Of) & Classes), "No mass is stated."),
        KeyEventRuleKind.Sensor => Sensor(rule, KeyEventFields.Measured(captured, rule.Names[0], rule.Unit)),
        KeyEventRuleKind.MassOrSensor => Sensor(rule, KeyEventFields.Measured(captured, "Mass", rule.Unit).Concat(KeyEventFields.Masses(captured, seen.Roles(rule.Of)))),
        KeyEventRuleKind.Place => (seen.Keys.BizLocation ?? seen.Keys.ReadPoint) is not null ? null : ("/bizLocation", "The place is missing."),
        KeyEventRuleKind.Destination => KeyEventFields.Destination(captured) is not null ? null : ("/destinationList", "Who owns or holds it next is missing."),
        KeyEventRuleKind.Certificate => KeyEventFields.HasCertificate(captured) ? null : ("/certificationInfo", "A certificate or test report is missing."),
        KeyEventRuleKind.Field => Field(rule, captured),
        KeyEventRuleKind.Disposition => seen.Keys.Disposition is { } stated && rule.Names.Any(name => stated.EndsWith("Disp-" + name, StringComparison.Ordinal)) ? null : ("/disposition", $"The disposition is none of {string.Join(", ", rule.Names)}."),
        _ => null,
    };

    private const Voltloop.Record.Events.EventRoles Classes = Voltloop.Record.Events.EventRoles.Classes;

    private static bool Fits(KeyEventRule rule, KeyEventSighting seen) => seen.Keys.BizStep is not { } step
        || step == KeyEvent.StepStart + seen.Kind.Code || rule.Names.Any(name => step.EndsWith("BizStep-" + name, StringComparison.Ordinal));

    private static (string, string)? Sensor(KeyEventRule rule, IEnumerable<double> values)
    {
        var (type, any) = (rule.Names is [var stated, ..] ? stated : "Mass", false);
        foreach (var value in values)
        {
            any = true;
            if (value < rule.Least || value > rule.Most) return ("/sensorElementList", string.Create(CultureInfo.InvariantCulture, $"{type} is {value:G6} {rule.Unit}; plausible is {rule.Least:G6} to {rule.Most:G6}."));
        }

        return any ? null : ("/sensorElementList", $"{type} is missing.");
    }

    private static (string, string)? Field(KeyEventRule rule, JsonElement captured)
    {
        if (Custody.CustodyNames.Find(captured, rule.Field) is not { } value) return ("/voltloop:" + rule.Field, $"voltloop:{rule.Field} is missing.");
        return rule.Names.Count == 0 || (value.ValueKind == JsonValueKind.String && rule.Names.Contains(value.GetString()!, StringComparer.Ordinal))
            ? null
            : ("/voltloop:" + rule.Field, $"voltloop:{rule.Field} is none of {string.Join(", ", rule.Names)}.");
    }
}
