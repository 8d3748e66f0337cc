namespace Voltloop.Tracing.Model.Custody;

/// <summary>An alarm.</summary>
/// <param name="Period">Index of the period in which it came.</param>
/// <param name="Site">Site that it accuses; <c>null</c> when it blames a weighing or a transport.</param>
internal sealed record Detection(int Period, string? Site);
