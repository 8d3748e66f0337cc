namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Something wrong in a row.</summary>
/// <param name="Code">Name of the rule.</param>
/// <param name="Message">What was seen.</param>
/// <param name="Line">Line of the file.</param>
internal readonly record struct RowFault(string Code, string Message, int Line);
