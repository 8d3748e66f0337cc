namespace Voltloop.Quality.Model;

/// <summary>A figure of a method over the test rows.</summary>
/// <param name="Name">Name in the words of the field.</param>
/// <param name="Limit">Limit; a row above it alarms.</param>
/// <param name="Figures">A value for each row; NaN where there is none.</param>
internal sealed record MonitorStatistic(string Name, double Limit, double[] Figures);
