using Voltloop.Quality.Model;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>A method with what it found.</summary>
/// <param name="Method">Name.</param>
/// <param name="Title">Name in words.</param>
/// <param name="Says">What was found, in words.</param>
internal sealed record MethodResource(string Method, string Title, string Says)
{
    /// <summary>Why it could not run; absent when it did.</summary>
    public string? Problem { get; init; }

    /// <summary>Its figures.</summary>
    public IReadOnlyList<StatisticResource> Statistics { get; init; } = [];

    /// <summary>Rows known to be in control: those that limits come from, and test rows before the fault.</summary>
    public required RateResource FalseAlarms { get; init; }

    /// <summary>Test rows before the fault alone.</summary>
    public required RateResource BeforeFault { get; init; }

    /// <summary>Test rows from the fault on; all of them when no fault is told.</summary>
    public required RateResource Detections { get; init; }

    /// <summary>Whether alarms are more than chance makes.</summary>
    public bool Detected { get; init; }

    /// <summary>Number of the first of three test rows in a row that alarm; absent for none.</summary>
    public int? FirstAlarm { get; init; }

    /// <summary>A method.</summary>
    public static MethodResource Of(MethodOutcome outcome) => Of((MonitorMethods.NameOf(outcome.Method), MonitorMethods.TitleOf(outcome.Method)), outcome.Rates) with
    {
        Problem = outcome.Problem?.Detail, Statistics = [.. outcome.Statistics.Select(StatisticResource.Of)], Says = outcome.Problem is { } problem ? $"Not run: {problem.Detail}" : MonitorWords.Verdict(outcome.Rates),
    };

    /// <summary>Rates under a name.</summary>
    public static MethodResource Of((string Name, string Title) called, MonitorRates rates) => new(called.Name, called.Title, MonitorWords.Verdict(rates))
    {
        FalseAlarms = RateResource.Of(rates.InControl), BeforeFault = RateResource.Of(rates.Before), Detections = RateResource.Of(rates.After), Detected = rates.IsDetected, FirstAlarm = rates.First < 0 ? null : rates.First + 1,
    };
}
