using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.CheckKeyEvents;

/// <summary>
/// What broken rules of key events do. Section <c>Tracing:KeyEvents</c> of the settings, for example
/// <c>{ "Mode": "reject", "Rules": { "formation.after-filling": "warn" } }</c>.
/// </summary>
internal sealed class KeyEventPolicy
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Tracing:KeyEvents";

    /// <summary>What a broken rule of key events does.</summary>
    public KeyEventMode Mode { get; set; } = KeyEventMode.Warn;

    /// <summary>The same for a single rule, by its identifier, for example formation.voltage.</summary>
    public Dictionary<string, KeyEventMode> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>What a rule does. A rule of strength "should" only ever warns, unless it is named itself.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="asked">What one capture asks for instead of <see cref="Mode"/>.</param>
    public KeyEventMode Of(KeyEventRule rule, KeyEventMode? asked) =>
        Rules.TryGetValue(rule.Id, out var own) ? own : Least(asked ?? Mode, rule.IsMust ? KeyEventMode.Reject : KeyEventMode.Warn);

    private static KeyEventMode Least(KeyEventMode one, KeyEventMode other) => one < other ? one : other;
}
