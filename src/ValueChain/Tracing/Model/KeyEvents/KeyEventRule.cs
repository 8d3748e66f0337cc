namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>A rule that events of one kind keep.</summary>
/// <param name="Id">Identifier: code of the key event, point, name of the rule.</param>
/// <param name="Event">Code of the key event.</param>
/// <param name="Kind">What it asks for.</param>
internal sealed record KeyEventRule(string Id, string Event, KeyEventRuleKind Kind)
{
    /// <summary>True for what must be so; false for what should.</summary>
    public bool IsMust { get; init; }

    /// <summary>Goods that it speaks of.</summary>
    public KeyEventPart Of { get; init; }

    /// <summary>Key events, field values, dispositions, or the type of a measurement.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Only goods to which this happened count; empty for all.</summary>
    public string Those { get; init; } = "";

    /// <summary>Name of a field of one's own, without prefix.</summary>
    public string Field { get; init; } = "";

    /// <summary>Unit of the bounds, UN Rec 20.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Least plausible value.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>Largest plausible value.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>Holds only where a field has, or has not, a value; <c>null</c> for always.</summary>
    public KeyEventCondition? When { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>Where the rule or its range comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it needs to know what happened before or after.</summary>
    public bool NeedsHistory => Kind is KeyEventRuleKind.AfterAny or KeyEventRuleKind.AfterEvery or KeyEventRuleKind.OnlyThen;
}
