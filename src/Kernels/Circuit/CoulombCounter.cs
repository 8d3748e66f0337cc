namespace Voltloop.Kernels.Circuit;

/// <summary>
/// State of charge by counting, with a bound on how far it may have drifted: an unknown sensor offset of at most b moves it
/// by b t / Q, an unknown capacity by its share of the charge counted since the last reset. A rest whose voltage has settled
/// resets it through the open-circuit voltage (Plett, Battery Management Systems II, 3.1; IEC 62660-1 for the rest).
/// </summary>
public struct CoulombCounter
{
    private const double SecondsPerHour = 3600;
    private readonly OcvCurve _ocv;
    private readonly double _capacity;
    private readonly CounterSettings _settings;
    private double _rest;
    private double _restVolt;
    private double _sinceReset;
    private double _moved;
    private double _atReset;

    /// <summary>Starts counting.</summary>
    /// <param name="ocv">Open-circuit voltage for resets.</param>
    /// <param name="capacityAh">Capacity, Ah.</param>
    /// <param name="start">State of charge at the start with the half width of its bound.</param>
    /// <param name="settings">What is presumed of sensor and cell.</param>
    public CoulombCounter(OcvCurve ocv, double capacityAh, (double Charge, double Bound) start, CounterSettings settings)
    {
        (_ocv, _capacity, _settings) = (ocv, capacityAh, settings);
        (Charge, _atReset) = (start.Charge, start.Bound);
    }

    /// <summary>State of charge, 0 to 1 (beyond when counting goes astray).</summary>
    public double Charge { get; private set; }

    /// <summary>How often a rest reset it.</summary>
    public int Resets { get; private set; }

    /// <summary>Half width of the bound: error at the last reset + offset × time / capacity + capacity error × charge moved.</summary>
    public readonly double Bound => Math.Min(1, _atReset + _settings.OffsetAmpere * _sinceReset / (SecondsPerHour * _capacity) + _settings.CapacityError * Math.Abs(_moved));

    /// <summary>Takes one sample.</summary>
    /// <param name="seconds">Time since the sample before, s; 0 or more.</param>
    /// <param name="meanAmpere">Mean current since then, A, + = charge; when not known (NaN), the bound opens as at the largest current.</param>
    /// <param name="ampere">Current at the sample, A.</param>
    /// <param name="volt">Voltage at the sample, V; NaN when missing.</param>
    public void Step(double seconds, double meanAmpere, double ampere, double volt)
    {
        if (!double.IsFinite(meanAmpere))
        {
            _atReset += _settings.LargestAmpere * seconds / (SecondsPerHour * _capacity);
            meanAmpere = 0;
        }

        var moved = meanAmpere * seconds / (SecondsPerHour * _capacity);
        Charge += moved;
        _moved += moved;
        _sinceReset += seconds;
        Rest(seconds, ampere, volt);
    }

    private void Rest(double seconds, double ampere, double volt)
    {
        if (!(Math.Abs(ampere) <= _settings.RestAmpere) || !double.IsFinite(volt))
        {
            (_rest, _restVolt) = (0, double.NaN);
            return;
        }

        _restVolt = _rest == 0 ? volt : _restVolt;
        _rest += seconds;
        if (_rest < _settings.RestSeconds) return;
        if (Math.Abs(volt - _restVolt) <= _settings.SettledVoltPerSecond * _rest) Reset(volt);
        (_rest, _restVolt) = (0, double.NaN);
    }

    private void Reset(double volt)
    {
        Charge = _ocv.Invert(volt);
        _atReset = _settings.OcvErrorVolt / _ocv.Slope(Charge);
        (_sinceReset, _moved) = (0, 0);
        Resets++;
    }
}
