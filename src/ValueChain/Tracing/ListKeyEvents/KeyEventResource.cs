using System.Text.Json.Serialization;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.ListKeyEvents;

/// <summary>A key event of the vocabulary with its rules.</summary>
/// <param name="Code">What an event says in <c>voltloop:keyEvent</c>.</param>
/// <param name="Stage">Stage of life.</param>
/// <param name="Labels">Names by language.</param>
/// <param name="Description">What happens.</param>
internal sealed record KeyEventResource(string Code, string Stage, IReadOnlyDictionary<string, string> Labels, string Description)
{
    /// <summary>Business step that says it without the field.</summary>
    public string OwnBizStep => KeyEvent.StepStart + Code;

    /// <summary>Standard business steps that fit.</summary>
    public required IReadOnlyList<string> BizSteps { get; init; }

    /// <summary>Event types, with their action.</summary>
    public required IReadOnlyList<string> EventTypes { get; init; }

    /// <summary>What its subjects become: cell, module or pack.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Makes { get; init; }

    /// <summary>Where the step is described.</summary>
    public required string Source { get; init; }

    /// <summary>Its rules.</summary>
    public required IReadOnlyList<KeyEventRuleResource> Rules { get; init; }

    /// <summary>All of the vocabulary.</summary>
    public static IReadOnlyList<KeyEventResource> All(KeyEventVocabulary vocabulary, KeyEventPolicy policy) => [.. vocabulary.Events.Select(one => new KeyEventResource(one.Code, one.Stage, one.Labels, one.Description)
    {
        BizSteps = one.BizSteps,
        EventTypes = [.. one.Forms.Select(form => form.ToString())],
        Makes = one.Makes,
        Source = one.Source,
        Rules = [.. vocabulary.RulesOf(one.Code).Select(rule => KeyEventRuleResource.From(rule, policy.Of(rule, null)))],
    })];
}
