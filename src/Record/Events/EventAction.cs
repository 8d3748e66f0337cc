namespace Voltloop.Record.Events;

/// <summary>What an event does to the lifecycle of what it names. The numbers are stored: never renumber.</summary>
public enum EventAction
{
    /// <summary>The type has none: transformations.</summary>
    None = 0,

    /// <summary>Seen.</summary>
    Observe = 1,

    /// <summary>Begun, joined.</summary>
    Add = 2,

    /// <summary>Ended, taken apart.</summary>
    Delete = 3,
}
