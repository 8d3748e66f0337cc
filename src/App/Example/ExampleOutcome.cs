namespace Voltloop.App.Example;

/// <summary>What became of the files of the example value chain.</summary>
/// <param name="Written">Files that were new to the record.</param>
/// <param name="Refused">Files that contradict what the record says by now, each with the reason.</param>
public sealed record ExampleOutcome(int Written, IReadOnlyList<string> Refused);
