using Voltloop.Kernels.Consistency;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Packs;

namespace Voltloop.Kernels.Detection;

/// <summary>
/// Watches over the cells of a pack for faults that end badly. What current and charge explain of the difference between a cell
/// and the median cell is taken out; what is left is looked at in windows. Charts: cumulative sums (Page 1954) for what grows or
/// stays, single values for what jumps, each with a limit that follows from the false alarms allowed. Growth within stated bands counts as none,
/// so the rates are bounds. They hold for noise that
/// is normal and independent between windows; they are measured on simulated fleets by the benchmark "packs".
/// </summary>
public sealed class SafetyWatch
{
    private const double SecondsPerYear = 365.25 * 86_400;
    private const int FewestWindows = 8;
    private const int FewestCells = 3;
    private const int UsualBeside = 3;
    private const int FlatBeside = 5;
    private const int FlatWindows = 5;
    private const double CalmShare = 0.35;
    private const double RestShare = 0.02;
    private const double Quantile95 = 1.959963984540054;
    private readonly PackMatrix _matrix;
    private readonly SafetySettings _settings;
    private readonly PackReference _reference;
    private readonly WindowFit[][] _windows;
    private readonly WindowFit[][] _lasting;
    private readonly double _lastingSeconds;
    private readonly List<SafetyTest> _tests = [];
    private readonly List<SafetyAlarm> _alarms = [];

    private SafetyWatch(PackMatrix matrix, SafetySettings settings)
    {
        (_matrix, _settings, _reference) = (matrix, settings, PackReference.Of(matrix));
        Residual = Array.ConvertAll(_reference.Deviation, deviation => MeanDifference.Of(deviation, _reference, matrix, Learnt).Residual);
        _windows = Array.ConvertAll(Residual, residual => WindowFits.Of(residual, _reference, matrix, settings.WindowSeconds));
        _lastingSeconds = _reference.IsFlat ? FlatWindows * settings.WindowSeconds : settings.WindowSeconds;
        _lasting = _reference.IsFlat ? Array.ConvertAll(Residual, residual => WindowFits.Of(residual, _reference, matrix, _lastingSeconds)) : _windows;
    }

    private double[][] Residual { get; }

    // Where the voltage is flat, a day at a step of the curve lifts or lowers all cells that are a little ahead or behind: levels of
    // single days are neither normal nor independent. Five days together are, nearly; what grows or stays shows there all the same.
    private int Beside => _reference.IsFlat ? FlatBeside : UsualBeside;

    // The cells are compared with how they were in the first quarter, at least so long that there are windows to learn from.
    private int Learnt => Math.Max(_matrix.Samples / 4, Array.FindIndex(_matrix.Second, second => second - _matrix.Second[0] >= FewestWindows * _settings.WindowSeconds) is var at and >= 0 ? at : _matrix.Samples);

    private double Years => Math.Max(1e-9, (_matrix.Second[^1] - _matrix.Second[0]) / SecondsPerYear);

    /// <summary>Watches.</summary>
    /// <param name="matrix">Voltages of three cells or more.</param>
    /// <param name="settings">What the watch allows itself.</param>
    public static SafetyReport Run(PackMatrix matrix, SafetySettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(matrix.Cells, FewestCells);
        var watch = new SafetyWatch(matrix, settings);
        watch.Leaks();
        watch.Contacts();
        watch.Offsets();
        watch.Spikes();
        watch.Heat();
        SensorStuck.Look(matrix, watch._reference, watch._tests, watch._alarms);
        PlatingWatch.Look(matrix, settings.Share, watch._tests, watch._alarms);
        return new SafetyReport([.. watch._tests.OrderBy(test => test.Kind)], [.. watch._alarms.OrderBy(alarm => alarm.Second).ThenBy(alarm => alarm.Channel)])
        {
            KnowsSlope = watch._reference.HasCharge, IsFlat = watch._reference.IsFlat,
        };
    }

    private static string? TooShort(WindowFit[][] windows, double seconds) => windows.Max(cell => cell.Length) < FewestWindows
        ? FormattableString.Invariant($"{windows.Max(cell => cell.Length)} windows of {seconds / 3600:0.##} h with {WindowFits.FewestSamples} samples; {FewestWindows} are needed") : null;

    // From window to window, so that what repeats every day cancels. Differences of a steady level pull back on each other, which makes
    // false alarms rarer than stated; those of a level that wanders do not.
    private void Leaks()
    {
        var refusal = TooShort(_lasting, _lastingSeconds) ?? (_reference.HasCharge ? null : "without moved charge the voltage cannot be turned into charge");
        double[][] values = Array.ConvertAll(_lasting, cell => Array.ConvertAll([.. Enumerable.Range(0, cell.Length)], i => i == 0 ? double.NaN : -Change(cell[i - 1], cell[i])));
        Chart(SafetyKind.InternalShort, new Charts(values, values, _lasting, _lastingSeconds), refusal, (cell, at, since, scale) => Leak(_lasting[cell], at, Math.Max(0, since - 1), scale));
    }

    private static (double Value, double Half) Leak(WindowFit[] cell, int at, int since, double scale)
    {
        var perAmpere = cell[since..(at + 1)].Average(fit => fit.Steepness) * ((cell[at].From + cell[at].To - cell[since].From - cell[since].To) / 7200);
        return ((cell[since].Level.Value - cell[at].Level.Value) / perAmpere, Quantile95 * scale * Math.Sqrt(cell[since].Level.Variance + cell[at].Level.Variance) / perAmpere);
    }

    private static double Change(WindowFit before, WindowFit after) => (after.Level.Value - before.Level.Value) / Math.Sqrt(before.Level.Variance + after.Level.Variance);

    private void Contacts()
    {
        var refusal = TooShort(_lasting, _lastingSeconds) ?? (_reference.LargestAmpere > 0 ? null : "the current was not measured");
        var charts = Grown(_lasting, fit => fit.Ohm, _settings.ContactBand * _reference.Ohm, _lastingSeconds);
        Chart(SafetyKind.LooseContact, charts, refusal, (cell, at, since, scale) => Pooled(_lasting[cell][since..(at + 1)].Select(fit => fit.Ohm), Before(_lasting[cell][..since].Select(fit => fit.Ohm)), scale));
    }

    private void Heat()
    {
        if (_matrix.Celsius.Length < FewestCells)
        {
            _tests.Add(SafetyTest.Refused(SafetyKind.Overheating, $"{_matrix.Celsius.Length} sensors of temperature; {FewestCells} are needed"));
            return;
        }

        var deviation = PackMatrix.Deviations(_matrix.Celsius, PackMatrix.Medians(_matrix.Celsius, _matrix.Samples));
        var windows = Array.ConvertAll(deviation, sensor => WindowFits.Of(sensor, _reference, _matrix, _settings.WindowSeconds));
        Chart(SafetyKind.Overheating, Grown(windows, fit => fit.Level, _settings.HeatBand, _settings.WindowSeconds), TooShort(windows, _settings.WindowSeconds), (sensor, at, since, scale) => Pooled(windows[sensor][since..(at + 1)].Select(fit => fit.Level), Before(windows[sensor][..since].Select(fit => fit.Level)), scale));
    }

    private static Charts Grown(WindowFit[][] windows, Converter<WindowFit, (double, double)> figure, double band, double seconds) => new(
        Array.ConvertAll(windows, one => Standardised.Against(Array.ConvertAll(one, figure), 0)), Array.ConvertAll(windows, one => Standardised.Against(Array.ConvertAll(one, figure), band)), windows, seconds);

    private void Chart(SafetyKind kind, Charts charts, string? refusal, Func<int, int, int, double, (double, double)> size)
    {
        var values = charts.Values;
        var scale = refusal is null ? Standardised.Scale(charts.Noise) : 0;
        if (!(scale > 0))
        {
            _tests.Add(SafetyTest.Refused(kind, refusal ?? "the values do not vary"));
            return;
        }

        var length = Math.Clamp(values.Length * charts.PerYear / _settings.Share, 2, CusumDesign.MaxRunLength);
        var design = CusumDesign.For(_settings.Shift, length);
        _tests.Add(new SafetyTest(kind, values.Length, charts.PerYear, length, design.Threshold));
        for (var channel = 0; channel < values.Length; channel++)
        {
            var fits = charts.Windows[channel];
            foreach (var (at, since) in ChartAlarms.Cumulative(values[channel], scale, design))
            {
                var (value, half) = size(channel, at, since, scale);
                _alarms.Add(new SafetyAlarm(kind, channel, fits[at].To, fits[since].From) { Size = value, Half = half });
            }
        }
    }

    // A step of the level over the window in which it falls, from the median of the windows before to that of the next: one odd day is
    // no step. Calm on both sides, since a leak goes on and what a flat voltage does comes back.
    private void Offsets()
    {
        double[][] values = Array.ConvertAll(_windows, cell => Array.ConvertAll([.. Enumerable.Range(0, cell.Length)], i => Step(cell, i) / Math.Sqrt(2 * cell[i].Level.Variance)));
        var scale = Standardised.Scale(values);
        if (TooShort(_windows, _settings.WindowSeconds) is { } refusal || !(scale > 0))
        {
            _tests.Add(SafetyTest.Refused(SafetyKind.SensorOffset, TooShort(_windows, _settings.WindowSeconds) ?? "the values do not vary"));
            return;
        }

        var perYear = SecondsPerYear / _settings.WindowSeconds;
        var length = Math.Max(2, values.Length * perYear / _settings.Share);
        var limit = Normal.UpperQuantile(0.5 / length);
        _tests.Add(new SafetyTest(SafetyKind.SensorOffset, values.Length, perYear, length, limit));
        for (var cell = 0; cell < values.Length; cell++)
        {
            var (windows, own) = (_windows[cell], values[cell]);
            bool IsSeen(int i) => Math.Abs(own[i]) > limit * scale + _settings.OffsetBand / Math.Sqrt(2 * windows[i].Level.Variance) && IsStep(windows, i);
            foreach (var i in Largest(Enumerable.Range(Beside, Math.Max(0, own.Length - 2 * Beside)).Where(IsSeen), own)) _alarms.Add(Jump(cell, i, scale));
        }
    }

    private bool IsStep(WindowFit[] cell, int i) => Math.Max(Breadth(cell.AsSpan(i - Beside, Beside)), Breadth(cell.AsSpan(i + 1, Beside))) < CalmShare * Math.Abs(Step(cell, i));

    // One step is seen around several windows, the one in which it falls among them: of those close together the largest speaks.
    // Windows that are not calm are left out before, since a step within them shows as large from the window beside.
    private IEnumerable<int> Largest(IEnumerable<int> seen, double[] values)
    {
        var (best, last) = (-1, 0);
        foreach (var i in seen)
        {
            if (best >= 0 && i - last > Beside)
            {
                yield return best;
                best = -1;
            }

            best = best >= 0 && Math.Abs(values[best]) >= Math.Abs(values[i]) ? best : i;
            last = i;
        }

        if (best >= 0) yield return best;
    }

    private double Step(WindowFit[] cell, int i) => i < Beside || i + Beside >= cell.Length ? double.NaN
        : Middle(cell.AsSpan(i + 1, Beside)) - Middle(cell.AsSpan(i - Beside, Beside));

    private static double Middle(ReadOnlySpan<WindowFit> windows)
    {
        Span<double> levels = stackalloc double[windows.Length];
        for (var i = 0; i < levels.Length; i++) levels[i] = windows[i].Level.Value;
        levels.Sort();
        return levels[levels.Length / 2];
    }

    private static double Breadth(ReadOnlySpan<WindowFit> windows)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var window in windows) (low, high) = (Math.Min(low, window.Level.Value), Math.Max(high, window.Level.Value));
        return high - low;
    }

    private SafetyAlarm Jump(int cell, int i, double scale) =>
        new(SafetyKind.SensorOffset, cell, _windows[cell][i + Beside].To, _windows[cell][i].From)
        {
            Size = Step(_windows[cell], i), Half = Quantile95 * scale * Math.Sqrt(2 * _windows[cell][i].Level.Variance),
        };

    private void Spikes()
    {
        double[][] values = Array.ConvertAll(Residual, residual => Array.ConvertAll([.. Enumerable.Range(0, residual.Length)], i => IsQuiet(i) ? Lone(residual, i) : double.NaN));
        var (scale, perYear) = (Standardised.Scale(values), Enumerable.Range(0, _matrix.Samples).Count(IsQuiet) / Years);
        if (!(scale > 0))
        {
            _tests.Add(SafetyTest.Refused(SafetyKind.SensorSpike, "the values do not vary"));
            return;
        }

        var length = Math.Max(2, values.Length * perYear / _settings.Share);
        var limit = Normal.UpperQuantile(0.5 / length);
        _tests.Add(new SafetyTest(SafetyKind.SensorSpike, values.Length, perYear, length, limit));
        for (var cell = 0; cell < values.Length; cell++)
        {
            for (var i = 1; i + 1 < values[cell].Length; i++)
            {
                if (!(Math.Abs(values[cell][i]) > limit * scale + _settings.SpikeBand) || !IsPeak(values[cell], i)) continue;
                _alarms.Add(new SafetyAlarm(SafetyKind.SensorSpike, cell, _matrix.Second[i], _matrix.Second[i]) { Size = values[cell][i], Half = Quantile95 * scale });
            }
        }
    }

    private static double Lone(double[] residual, int i) => residual[i] - (residual[i - 1] + residual[i + 1]) / 2;

    // Under load the cells differ from sample to sample by more than noise: spikes are looked for at rest.
    private bool IsQuiet(int i) => i > 0 && i + 1 < _matrix.Samples && IsRest(i - 1) && IsRest(i) && IsRest(i + 1);

    private bool IsRest(int i) => !_matrix.HasCurrent || Math.Abs(_matrix.Ampere[i]) <= RestShare * _reference.LargestAmpere;

    // A step shows as two halves beside each other, a spike as one value with half of it, of the other sign, on both sides.
    private static bool IsPeak(double[] values, int i) =>
        !(Math.Abs(values[i - 1]) > 0.75 * Math.Abs(values[i])) && !(Math.Abs(values[i + 1]) > 0.75 * Math.Abs(values[i]));

    private static (double Value, double Half) Pooled(IEnumerable<(double Value, double Variance)> figures, double before, double scale)
    {
        var (weight, sum) = (0.0, 0.0);
        foreach (var (value, variance) in figures) (weight, sum) = (weight + 1 / variance, sum + value / variance);
        return (sum / weight - before, Quantile95 * scale / Math.Sqrt(weight));
    }

    private static double Before(IEnumerable<(double Value, double Variance)> figures)
    {
        var (weight, sum) = (0.0, 0.0);
        foreach (var (value, variance) in figures) (weight, sum) = (weight + 1 / variance, sum + value / variance);
        return weight > 0 ? sum / weight : 0;
    }
}
