namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>An agreed step in the life of a battery, from the mine to the mine, and how EPCIS 2.0 says it.</summary>
/// <param name="Code">Name in events, kebab case.</param>
/// <param name="Stage">Stage of life, in English.</param>
internal sealed record KeyEvent(string Code, string Stage)
{
    /// <summary>Start of the business steps that name a key event by themselves.</summary>
    public const string StepStart = "urn:voltloop:vocab:keyEvent:";

    /// <summary>Names for people by language (BCP 47): en, de, fr, sv.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The event types that may say it.</summary>
    public required IReadOnlyList<KeyEventForm> Forms { get; init; }

    /// <summary>Standard business steps (CBV 2.0) that fit; the own one (<see cref="StepStart"/> and the code) always does.</summary>
    public required IReadOnlyList<string> BizSteps { get; init; }

    /// <summary>What sort of battery its subjects become: <c>cell</c>, <c>module</c>, <c>pack</c> or <c>battery</c>; <c>null</c> for none.</summary>
    public string? Makes { get; init; }

    /// <summary>What happens, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Where the step is described.</summary>
    public required string Source { get; init; }

    /// <summary>Name for people, in English.</summary>
    public string Label => Labels["en"];
}
