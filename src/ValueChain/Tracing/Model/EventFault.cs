namespace Voltloop.Tracing.Model;

/// <summary>A rule that an event breaks.</summary>
/// <param name="Place">Where, as a JSON pointer within the event.</param>
/// <param name="Message">What is wrong, with the value that shows it.</param>
internal readonly record struct EventFault(string Place, string Message);
