namespace Voltloop.Tracing.Model.Custody;

/// <summary>How well a way of detecting does over many made-up networks.</summary>
internal sealed class DetectionTable
{
    private const double MonthsOfYear = 12;

    private readonly List<int> _delays = [];
    private int _networks;
    private int _named;
    private int _falseAlarms;
    private double _quietYears;

    /// <summary>Part of the planted violations that raised an alarm after they began.</summary>
    public double DetectionRate => (double)_delays.Count / _networks;

    /// <summary>Part of the detections that name the right site.</summary>
    public double Localisation => _delays.Count == 0 ? double.NaN : (double)_named / _delays.Count;

    /// <summary>Median months from the first undeclared lot to the alarm, the month of the lot counting as 1.</summary>
    public double MedianDelay => _delays.Count == 0 ? double.NaN : _delays.Order().ElementAt(_delays.Count / 2);

    /// <summary>Alarms per year of a network without violation, accusations of an honest site only.</summary>
    public double FalseAlarmsPerYear => _quietYears > 0 ? _falseAlarms / _quietYears : double.NaN;

    /// <summary>Counts a network with a planted violation; an alarm before it began is a false one and no detection.</summary>
    public void Add(SupplyScenario scenario, Detection? found)
    {
        _networks++;
        var isEarly = found is not null && found.Period < scenario.Since;
        _quietYears += (isEarly ? found!.Period + 1 : scenario.Since) / MonthsOfYear;
        if (isEarly && found!.Site is not null) _falseAlarms++;
        if (found is null || isEarly) return;
        _delays.Add(found.Period - scenario.Since + 1);
        if (found.Site == scenario.Culprit) _named++;
    }

    /// <summary>Counts a network without violation.</summary>
    public void AddHonest(SupplyScenario scenario, Detection? found)
    {
        _quietYears += (found is null ? scenario.Months : found.Period + 1) / MonthsOfYear;
        if (found?.Site is not null) _falseAlarms++;
    }
}
