using System.Globalization;
using System.Text.Json.Serialization;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.ListKeyEvents;

/// <summary>A rule of a key event.</summary>
/// <param name="Id">Identifier, as findings and settings name it.</param>
/// <param name="Strength"><c>must</c> or <c>should</c>.</param>
/// <param name="Asks">What it asks for, in words.</param>
/// <param name="Mode">What it does here when it is not kept: off, warn or reject.</param>
internal sealed record KeyEventRuleResource(string Id, string Strength, string Asks, string Mode)
{
    /// <summary>Key events, values or measurement that it names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Goods it speaks of: subject, inputs, parts or origins.</summary>
    public required string Of { get; init; }

    /// <summary>Unit of the bounds, UN Rec 20.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>Least plausible value.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Least { get; init; }

    /// <summary>Largest plausible value.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Most { get; init; }

    /// <summary>Where it holds; absent for everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? When { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>From a rule.</summary>
    public static KeyEventRuleResource From(KeyEventRule rule, KeyEventMode mode) => new(rule.Id, rule.IsMust ? "must" : "should", Words(rule), mode.ToString().ToLowerInvariant())
    {
        Names = rule.Names,
        Of = rule.Of.ToString().ToLowerInvariant(),
        Unit = rule.Unit.Length > 0 ? rule.Unit : null,
        Least = double.IsFinite(rule.Least) ? rule.Least : null,
        Most = double.IsFinite(rule.Most) ? rule.Most : null,
        When = rule.When?.ToString(),
        Remedy = rule.Remedy,
        Source = rule.Source,
    };

    private static string Words(KeyEventRule rule) => rule.Kind switch
    {
        KeyEventRuleKind.Form => "one of its event types",
        KeyEventRuleKind.Step => "a business step that fits",
        KeyEventRuleKind.Mass => $"a mass of the {Goods(rule)}",
        KeyEventRuleKind.Sensor => $"{rule.Names[0]} measured, {Range(rule)}",
        KeyEventRuleKind.MassOrSensor => $"a mass, weighed or as a quantity, {Range(rule)}",
        KeyEventRuleKind.Place => "a place",
        KeyEventRuleKind.Destination => "who owns or holds it next",
        KeyEventRuleKind.Certificate => "a certificate or test report",
        KeyEventRuleKind.Field => rule.Names.Count == 0 ? $"voltloop:{rule.Field}" : $"voltloop:{rule.Field}: {Or(rule)}",
        KeyEventRuleKind.Disposition => $"disposition {Or(rule)}",
        KeyEventRuleKind.AfterAny => $"one of the {Goods(rule)} after {Or(rule)}",
        KeyEventRuleKind.AfterEvery => $"every one of the {Goods(rule)}{(rule.Those.Length > 0 ? $" that had {rule.Those}" : "")} after {Or(rule)}",
        _ => rule.Names.Count == 0 ? "nothing happens afterwards" : $"afterwards only {Or(rule)}",
    };

    private static string Or(KeyEventRule rule) => string.Join(" or ", rule.Names);

    private static string Goods(KeyEventRule rule) => rule.Of switch
    {
        KeyEventPart.Subject => "subjects",
        KeyEventPart.Inputs => "inputs",
        KeyEventPart.Parts => "outputs",
        _ => "goods it is made from",
    };

    private static string Range(KeyEventRule rule) => string.Create(CultureInfo.InvariantCulture, $"{rule.Least:G6} to {rule.Most:G6} {rule.Unit}");
}
