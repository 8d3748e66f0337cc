using Voltloop.Quality.Model;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>A figure over the test rows.</summary>
/// <param name="Name">Name.</param>
/// <param name="Limit">Limit; without a unit, as the figure.</param>
/// <param name="Figures">A value for each test row; absent where there is none.</param>
internal sealed record StatisticResource(string Name, double Limit, IReadOnlyList<double?> Figures)
{
    /// <summary>A figure.</summary>
    public static StatisticResource Of(MonitorStatistic statistic) => new(statistic.Name, statistic.Limit, [.. statistic.Figures.Select(value => double.IsFinite(value) ? value : default(double?))]);
}
