namespace Voltloop.Quality.MonitorProcess;

/// <summary>A test row that is out.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Label">Its moment, unit or number.</param>
/// <param name="At">When it was read (UTC), where that is known.</param>
/// <param name="Methods">Names of the methods that alarm.</param>
/// <param name="Signals">Signals that contribute most to the figure that is farthest above its limit.</param>
internal sealed record MonitoredRow(int Number, string Label, DateTimeOffset? At, IReadOnlyList<string> Methods, IReadOnlyList<string> Signals);
