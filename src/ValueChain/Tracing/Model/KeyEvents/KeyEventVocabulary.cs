using System.Collections.Frozen;
using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Terms;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>
/// The key events and their rules. Johansson et al. 2024, section 5.1: "by agreeing on key events in the battery life cycle, the
/// value chain may be monitored". Valid for lithium-ion and sodium-ion cells made from slurries; dry electrodes and solid
/// electrolytes say so (<c>route</c>, <c>electrolyte</c>) and are spared the steps they do not have (section 5.3, 5.4).
/// </summary>
internal sealed class KeyEventVocabulary
{
    private static readonly string[] Languages = ["en", "de", "fr", "sv"];

    private readonly FrozenDictionary<string, KeyEvent> _byCode;
    private readonly FrozenDictionary<string, KeyEventRule[]> _rules;

    private KeyEventVocabulary(IReadOnlyList<KeyEvent> events, IReadOnlyList<KeyEventRule> rules)
    {
        (Events, Rules) = (events, rules);
        _byCode = events.ToFrozenDictionary(one => one.Code, StringComparer.Ordinal);
        _rules = rules.GroupBy(rule => rule.Event, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>All key events, in the order of life.</summary>
    public IReadOnlyList<KeyEvent> Events { get; }

    /// <summary>All rules.</summary>
    public IReadOnlyList<KeyEventRule> Rules { get; }

    /// <summary>The key event of a code, or <c>null</c>.</summary>
    public KeyEvent? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The rules of a key event.</summary>
    public IReadOnlyList<KeyEventRule> RulesOf(string code) => _rules.GetValueOrDefault(code) ?? [];

    /// <summary>Reads the tables.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static KeyEventVocabulary Read(IReadOnlyList<CsvRow> events, IReadOnlyList<CsvRow> rules)
    {
        KeyEvent[] known = [.. events.Select(EventOf)];
        var codes = known.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        return codes.Count == known.Length
            ? new KeyEventVocabulary(known, [.. known.SelectMany(Given), .. rules.Select(row => RuleOf(row, codes))])
            : throw events[0].Bad("code", "stands in the table twice");
    }

    private static KeyEvent EventOf(CsvRow row) => new(row.Required("code"), row.Required("stage"))
    {
        Labels = Languages.ToDictionary(language => language, row.Required, StringComparer.Ordinal),
        Forms = KeyEventForm.Read(row, "forms"),
        BizSteps = [.. row.List("bizSteps").Select(step => StandardWords.BizSteps.Contains(step) ? step : throw row.Bad("bizSteps", "names no step of the standard"))],
        Makes = row.Optional("makes"),
        Description = row.Required("description"),
        Source = row.Required("source"),
    };

    // Every key event has these two; a table would only repeat them.
    private static IEnumerable<KeyEventRule> Given(KeyEvent one) =>
    [
        new KeyEventRule(one.Code + ".form", one.Code, KeyEventRuleKind.Form) { IsMust = true, Remedy = $"Use {string.Join(" or ", one.Forms)}.", Source = "EPCIS 2.0" },
        new KeyEventRule(one.Code + ".step", one.Code, KeyEventRuleKind.Step) { Names = one.BizSteps, Remedy = $"Use {string.Join(", ", one.BizSteps.Append(KeyEvent.StepStart + one.Code))}.", Source = "CBV 2.0" },
    ];

    private static KeyEventRule RuleOf(CsvRow row, HashSet<string> codes)
    {
        var kind = Word<KeyEventRuleKind>(row, "kind");
        var rule = new KeyEventRule($"{row.Required("event")}.{row.Required("rule")}", row.Required("event"), kind)
        {
            IsMust = row.Required("strength") == "must",
            Of = row.Optional("of") is null ? KeyEventPart.Subject : Word<KeyEventPart>(row, "of"),
            Names = row.List("names"),
            Those = row.Text("those"),
            Field = row.Text("field"),
            Unit = row.Text("unit"),
            Least = Number(row, "least") ?? double.NegativeInfinity,
            Most = Number(row, "most") ?? double.PositiveInfinity,
            When = KeyEventCondition.Read(row.Text("when")),
            Remedy = row.Required("remedy"),
            Source = row.Required("source"),
        };
        if (!codes.Contains(rule.Event)) throw row.Bad("event", "is no key event");
        if (rule.NeedsHistory && !rule.Names.All(codes.Contains)) throw row.Bad("names", "names an unknown key event");
        if (rule.Unit.Length > 0 && !UnitCode.IsKnown(rule.Unit)) throw row.Bad("unit", "is no unit of the table of units");
        return rule;
    }

    private static T Word<T>(CsvRow row, string column)
        where T : struct, Enum =>
        Enum.TryParse<T>(row.Text(column).Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var word) ? word : throw row.Bad(column, "is unknown");

    private static double? Number(CsvRow row, string column) => row.Optional(column) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw row.Bad(column, "is no number");
}
