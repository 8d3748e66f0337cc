namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>A rule that an event does not keep.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Field">Field of the event, as a JSON pointer.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record KeyEventFinding(KeyEventRule Rule, string Field, string Message)
{
    /// <summary>Goods of which something is not known yet; empty when no later event can settle it.</summary>
    public IReadOnlyList<string> Waits { get; init; } = [];
}
