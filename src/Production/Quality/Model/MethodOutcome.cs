using Voltloop.Core.Problems;
using Voltloop.Kernels.Multivariate;

namespace Voltloop.Quality.Model;

/// <summary>What a method found.</summary>
/// <param name="Method">The method.</param>
internal sealed record MethodOutcome(MonitorMethod Method)
{
    /// <summary>Why it could not run; <c>null</c> when it did.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The model, for contributions.</summary>
    public IRowMonitor? Monitor { get; init; }

    /// <summary>Its figures.</summary>
    public IReadOnlyList<MonitorStatistic> Statistics { get; init; } = [];

    /// <summary>What it counted.</summary>
    public MonitorRates Rates { get; init; } = MonitorRates.None;

    /// <summary>Whether a row is above a limit.</summary>
    public bool IsOut(int row) => Statistics.Any(statistic => statistic.Figures[row] > statistic.Limit);
}
