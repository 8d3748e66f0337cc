using System.Runtime.Intrinsics;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Kernels.Filters;

/// <summary>
/// Extended Kalman filter of four states: charge, currents of both branches, wandering model error. Covariance in Joseph's
/// form; while the charge is hardly known, the update is iterated (Bell and Cathey 1993). An offset of the sensor is not
/// estimated: it counts as noise with the same effect over <see cref="HorizonSeconds"/>. Plett, J. Power Sources 134 (2004)
/// 252-292. One step allocates nothing.
/// </summary>
public sealed class ChargeEkf
{
    /// <summary>Time over which a sensor offset is taken as noise, s.</summary>
    public const double HorizonSeconds = 3600;

    private const double WideVariance = 0.05 * 0.05;
    private const int WideIterations = 8;
    private readonly CircuitTable _table;
    private readonly ChargeNoise _noise;
    private readonly double _perAmpereSecond;
    private readonly double _currentVariance;
    private StepFactors _factors;
    private InnovationMeter _meter;
    private Vector256<double> _x;
    private Vector256<double> _p0;
    private Vector256<double> _p1;
    private Vector256<double> _p2;
    private Vector256<double> _p3;
    private double _ampere;
    private double _deaf;

    /// <summary>Makes a filter for a cell at rest or nearly so.</summary>
    /// <param name="table">Circuit.</param>
    /// <param name="noise">What is presumed.</param>
    /// <param name="charge">State of charge believed at the start, 0 to 1.</param>
    public ChargeEkf(CircuitTable table, ChargeNoise noise, double charge)
    {
        (_table, _noise) = (table, noise);
        _perAmpereSecond = 1 / (3600 * table.Circuit.CapacityAh);
        _currentVariance = noise.Ampere * noise.Ampere + noise.OffsetAmpere * noise.OffsetAmpere * HorizonSeconds;
        _factors = new StepFactors(table.Circuit.FastSeconds, table.Circuit.SlowSeconds, noise.ModelSeconds, noise.ResistanceSeconds);
        _x = Vector256.Create(charge, 0, 0, 0);
        _p0 = Vector256.Create(noise.StartCharge * noise.StartCharge, 0, 0, 0);
        _p1 = Vector256.Create(0, noise.StartAmpere * noise.StartAmpere, 0, 0);
        _p2 = Vector256.Create(0, 0, noise.StartAmpere * noise.StartAmpere, 0);
        _p3 = Vector256.Create(0, 0, 0, noise.RestVolt * noise.RestVolt);
    }

    /// <summary>State of charge, 0 to 1.</summary>
    public ChargeEstimate Charge => new(_x[0], Math.Sqrt(Math.Max(0, _p0[0])));

    /// <summary>Consistency of the innovations.</summary>
    public InnovationMeter Innovations => _meter;

    /// <summary>States: charge, branch currents in A, model error in V.</summary>
    public Vector256<double> State => _x;

    /// <summary>Covariance of the states, row by row, into 16 numbers.</summary>
    public void Covariance(Span<double> target)
    {
        _p0.CopyTo(target);
        _p1.CopyTo(target[4..]);
        _p2.CopyTo(target[8..]);
        _p3.CopyTo(target[12..]);
    }

    /// <summary>Takes one sample.</summary>
    public void Step(in CellSample sample)
    {
        if (sample.Seconds > 0) Predict(sample);
        if (double.IsFinite(sample.Volt) && double.IsFinite(sample.Ampere) && double.IsFinite(sample.Celsius)) Update(sample);
        _ampere = double.IsFinite(sample.Ampere) ? sample.Ampere : _ampere;
    }

    private void Predict(in CellSample sample)
    {
        _factors.For(sample.Seconds);
        var known = double.IsFinite(sample.MeanAmpere);
        var ampere = known ? sample.MeanAmpere : 0;
        _deaf = known ? 0 : _deaf + sample.Seconds;
        var spread = known ? _currentVariance * sample.Seconds : _noise.UnknownVariance(_deaf, sample.Seconds);
        var step = known ? _noise.Ampere * _noise.Ampere : _noise.UnknownAmpere * _noise.UnknownAmpere;
        var (fast, slow) = (1 - _factors.Fast, 1 - _factors.Slow);
        var factor = Vector256.Create(1, _factors.Fast, _factors.Slow, _factors.Model);
        _x = _x * factor + Vector256.Create(sample.Seconds * _perAmpereSecond, fast, slow, 0) * ampere;
        var model = _noise.ModelVolt * _noise.ModelVolt * (1 - _factors.Model * _factors.Model);
        _p0 = _p0 * factor + Vector256.Create(spread * _perAmpereSecond * _perAmpereSecond, 0, 0, 0);
        _p1 = _p1 * (factor * _factors.Fast) + Vector256.Create(0, fast * fast * step, 0, 0);
        _p2 = _p2 * (factor * _factors.Slow) + Vector256.Create(0, 0, slow * slow * step, 0);
        _p3 = _p3 * (factor * _factors.Model) + Vector256.Create(0, 0, 0, model);
    }

    private void Update(in CellSample sample)
    {
        if (_meter.Count == 0) Doubt(sample);
        var (prior, x) = (_x, _x);
        var iterations = _p0[0] > WideVariance ? WideIterations : 1;
        var (h, gain, cross, variance, innovation) = (_x, _x, _x, 0.0, 0.0);
        for (var i = 0; i < iterations; i++)
        {
            var point = _table.At(x[0], sample.Celsius);
            var over = point.Over(sample.Ampere, x[1], x[2]).Volt;
            h = Vector256.Create(point.Slope, point.Fast, point.Slow, 1);
            variance = _noise.Variance(over, sample.Ampere - _ampere);
            cross = _p0 * h[0] + _p1 * h[1] + _p2 * h[2] + _p3;
            var total = Vector256.Dot(h, cross) + variance;
            gain = cross / total;
            innovation = sample.Volt - (point.Ocv + over + x[3]) - Vector256.Dot(h, prior - x);
            if (i == iterations - 1) _meter.Add(innovation, total);
            x = Bounded(prior + gain * innovation);
        }

        _x = x;
        Joseph(h, gain, cross, variance);
    }

    // What the filter was told stands until the first voltage refutes it.
    private void Doubt(in CellSample sample)
    {
        var point = _table.At(_x[0], sample.Celsius);
        var over = point.Over(sample.Ampere, _x[1], _x[2]).Volt;
        if (_noise.Refutes(sample.Volt - point.Ocv - over - _x[3], point.Slope, over))
        {
            _p0 = _p0.WithElement(0, _noise.RefutedCharge * _noise.RefutedCharge);
        }
    }

    // (I - K h) P (I - K h)' + K r K', one row at a time.
    private void Joseph(Vector256<double> h, Vector256<double> gain, Vector256<double> cross, double variance)
    {
        _p0 = Row(_p0, gain[0]);
        _p1 = Row(_p1, gain[1]);
        _p2 = Row(_p2, gain[2]);
        _p3 = Row(_p3, gain[3]);

        Vector256<double> Row(Vector256<double> row, double k)
        {
            row -= cross * k;
            return row + gain * (variance * k - Vector256.Dot(row, h));
        }
    }

    private static Vector256<double> Bounded(Vector256<double> x) =>
        x.WithElement(0, Math.Clamp(x[0], CircuitTable.ChargeRange.Low, CircuitTable.ChargeRange.High));
}
