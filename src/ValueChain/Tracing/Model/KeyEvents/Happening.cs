namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>Something that happened to one of the goods.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Code">Which key event.</param>
/// <param name="Part">What the goods were in it.</param>
/// <param name="At">When (UTC).</param>
internal readonly record struct Happening(string Name, string Code, KeyEventPart Part, DateTimeOffset At)
{
    /// <summary>Identity of the event that says so.</summary>
    public string Event { get; init; } = "";
}
