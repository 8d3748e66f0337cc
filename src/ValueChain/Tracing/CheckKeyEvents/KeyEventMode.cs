namespace Voltloop.Tracing.CheckKeyEvents;

/// <summary>What a broken rule of a key event does.</summary>
internal enum KeyEventMode
{
    /// <summary>Nothing: the rule is not looked at.</summary>
    Off = 0,

    /// <summary>The event is taken with a warning.</summary>
    Warn = 1,

    /// <summary>The event is refused.</summary>
    Reject = 2,
}
