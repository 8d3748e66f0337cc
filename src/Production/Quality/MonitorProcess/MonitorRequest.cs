using Voltloop.Core.Problems;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>How to watch many signals.</summary>
/// <param name="Method">t2, pca, mewma, mcusum, dpca, cva, several of them separated by commas, or all.</param>
/// <param name="Budget">Share of rows in control that may alarm; 0.01 when left out.</param>
/// <param name="Limits">joint, each or theory; joint when left out.</param>
/// <param name="FaultFrom">Number of the first test row with a fault, from 1, where that is known.</param>
/// <param name="Row">Number of the test row whose contributions are wanted, from 1; the one farthest out when left out.</param>
internal sealed record MonitorRequest(string? Method = null, double? Budget = null, string? Limits = null, int? FaultFrom = null, int? Row = null)
{
    /// <summary>Principal components; parallel analysis when left out.</summary>
    public int? Components { get; init; }

    /// <summary>Components of the dynamic model; parallel analysis when left out.</summary>
    public int? DynamicComponents { get; init; }

    /// <summary>Dimensions of the state of canonical variates; those above what chance reaches when left out.</summary>
    public int? States { get; init; }

    /// <summary>Rows before that dynamic methods look at; 2 when left out.</summary>
    public int? Lags { get; init; }

    /// <summary>Weight of the newest row of the EWMA; 0.2 when left out.</summary>
    public double? Lambda { get; init; }

    /// <summary>Reference value of the CUSUM; 0.5 when left out.</summary>
    public double? K { get; init; }

    /// <summary>The settings.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public MonitorSettings Settings()
    {
        var usual = new MonitorSettings(MonitorMethods.Parse(Method));
        return usual with
        {
            Budget = Within(Budget ?? usual.Budget, (0.0001, 0.2), "budget"), Limits = Kind(),
            Components = (int)Within(Components ?? 0, (0, SignalTable.MaxSignals), "components"), DynamicComponents = (int)Within(DynamicComponents ?? 0, (0, SignalTable.MaxSignals), "dynamicComponents"),
            States = (int)Within(States ?? 0, (0, SignalTable.MaxSignals), "states"), Lags = (int)Within(Lags ?? usual.Lags, (1, 5), "lags"),
            Weight = Within(Lambda ?? usual.Weight, (0.01, 1), "lambda"), Slack = Within(K ?? usual.Slack, (0.05, 5), "k"),
        };
    }

    private MonitorLimits Kind() => string.IsNullOrWhiteSpace(Limits) ? MonitorLimits.Joint
        : Enum.TryParse<MonitorLimits>(Limits, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind
        : throw new ProblemException(CommonProblems.InvalidValue, $"\"{Limits}\" is no kind of limits.", "limits", "Use joint, each or theory.");

    private static double Within(double value, (double Low, double High) bounds, string name) => value >= bounds.Low && value <= bounds.High ? value
        : throw new ProblemException(CommonProblems.InvalidValue, $"{name} is {bounds.Low} to {bounds.High}, not {value}.", name);
}
