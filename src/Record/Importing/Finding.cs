namespace Voltloop.Record.Importing;

/// <summary>Something an importer saw in the input.</summary>
/// <param name="Severity">Note, warning or error.</param>
/// <param name="Code">Kebab-case name of the rule, for example <c>cas-number-malformed</c>.</param>
/// <param name="Message">What was seen, with the value, and what was done about it.</param>
/// <param name="Location">Line and column, or JSON pointer.</param>
public sealed record Finding(FindingSeverity Severity, string Code, string Message, string? Location = null);
