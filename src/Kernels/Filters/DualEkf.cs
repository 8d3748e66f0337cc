using System.Runtime.Intrinsics;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Kernels.Filters;

/// <summary>
/// Joint extended Kalman filter of seven states: charge, currents of both branches, wandering model error, offset of the
/// current sensor, share by which 1/capacity is larger, share by which the resistances are larger. Covariance in Joseph's
/// form; the update is iterated while the charge is hardly known. Plett, J. Power Sources 134 (2004) 277 (joint estimation).
/// What the data do not excite keeps the uncertainty it started with. One step allocates nothing.
/// </summary>
public sealed class DualEkf
{
    private const int States = 7;
    private const int Stride = 8;
    private const double WideVariance = 0.05 * 0.05;
    private const int WideIterations = 8;
    private const int SymmetryEvery = 32;
    private const double LargestShare = 0.6;
    private readonly CircuitTable _table;
    private readonly ChargeNoise _noise;
    private readonly double _perAmpereSecond;
    private readonly double[] _x = new double[Stride];
    private readonly double[] _trial = new double[Stride];
    private readonly double[] _p = new double[States * Stride];
    private readonly double[] _h = new double[Stride];
    private readonly double[] _cross = new double[Stride];
    private readonly double[] _gain = new double[Stride];
    private StepFactors _factors;
    private InnovationMeter _meter;
    private double _ampere;
    private double _deaf;
    private int _steps;

    /// <summary>Makes a filter for a cell at rest or nearly so.</summary>
    /// <param name="table">Circuit.</param>
    /// <param name="noise">What is presumed.</param>
    /// <param name="charge">State of charge believed at the start, 0 to 1.</param>
    public DualEkf(CircuitTable table, ChargeNoise noise, double charge)
    {
        (_table, _noise) = (table, noise);
        _perAmpereSecond = 1 / (3600 * table.Circuit.CapacityAh);
        _factors = new StepFactors(table.Circuit.FastSeconds, table.Circuit.SlowSeconds, noise.ModelSeconds, noise.ResistanceSeconds);
        _x[0] = charge;
        double[] deviations =
            [noise.StartCharge, noise.StartAmpere, noise.StartAmpere, noise.RestVolt, noise.OffsetAmpere, noise.Capacity, noise.Resistance];
        for (var i = 0; i < States; i++)
        {
            _p[i * Stride + i] = deviations[i] * deviations[i];
        }
    }

    /// <summary>State of charge, 0 to 1.</summary>
    public ChargeEstimate Charge => Of(0);

    /// <summary>Offset of the current sensor, A: what it shows minus what flows.</summary>
    public ChargeEstimate Offset => Of(4);

    /// <summary>Capacity, Ah.</summary>
    public ChargeEstimate Capacity
    {
        get
        {
            var (share, deviation) = (Of(5).Value, Of(5).Deviation);
            var capacity = _table.Circuit.CapacityAh / (1 + share);
            return new ChargeEstimate(capacity, capacity * deviation / (1 + share));
        }
    }

    /// <summary>Resistance over that of the circuit, 1 when they agree.</summary>
    public ChargeEstimate ResistanceFactor => new(1 + Of(6).Value, Of(6).Deviation);

    /// <summary>Consistency of the innovations.</summary>
    public InnovationMeter Innovations => _meter;

    /// <summary>Takes one sample.</summary>
    public void Step(in CellSample sample)
    {
        if (_steps == 0 && double.IsFinite(sample.Celsius)) _p[6 * Stride + 6] = _noise.ResistanceVariance(sample.Celsius);
        if (sample.Seconds > 0) Predict(sample);
        if (double.IsFinite(sample.Volt) && double.IsFinite(sample.Ampere) && double.IsFinite(sample.Celsius)) Update(sample);
        _ampere = double.IsFinite(sample.Ampere) ? sample.Ampere : _ampere;
        if (++_steps % SymmetryEvery == 0) Symmetrise();
    }

    private ChargeEstimate Of(int i) => new(_x[i], Math.Sqrt(Math.Max(0, _p[i * Stride + i])));

    private void Predict(in CellSample sample)
    {
        _factors.For(sample.Seconds);
        var known = double.IsFinite(sample.MeanAmpere);
        var ampere = known ? sample.MeanAmpere - _x[4] : 0;
        var rate = sample.Seconds * _perAmpereSecond;
        var (fast, slow) = (1 - _factors.Fast, 1 - _factors.Slow);
        var share = 1 + _x[5];
        _x[0] += ampere * share * rate;
        _x[1] += fast * (ampere - _x[1]);
        _x[2] += slow * (ampere - _x[2]);
        _x[3] *= _factors.Model;
        _x[6] *= _factors.Resistance;
        Propagate(known ? -share * rate : 0, ampere * rate, (known ? -fast : 0, known ? -slow : 0));

        _deaf = known ? 0 : _deaf + sample.Seconds;
        var spread = known ? _noise.Ampere * _noise.Ampere * sample.Seconds : _noise.UnknownVariance(_deaf, sample.Seconds);
        var step = known ? _noise.Ampere * _noise.Ampere : _noise.UnknownAmpere * _noise.UnknownAmpere;
        _p[0] += spread * _perAmpereSecond * _perAmpereSecond;
        _p[Stride + 1] += fast * fast * step;
        _p[2 * Stride + 2] += slow * slow * step;
        _p[3 * Stride + 3] += _noise.ModelVolt * _noise.ModelVolt * (1 - _factors.Model * _factors.Model);
        _p[6 * Stride + 6] += (double.IsFinite(sample.Celsius) ? _noise.ResistanceVariance(sample.Celsius) : 1) * (1 - _factors.Resistance * _factors.Resistance);
    }

    // P becomes F P F': first the rows, then the columns. F couples charge to offset and capacity, the branches to the offset.
    private void Propagate(double offset, double capacity, (double Fast, double Slow) branch)
    {
        var p = _p.AsSpan();
        for (var j = 0; j < Stride; j += 4)
        {
            var row4 = Load(p, 4, j);
            Store(Load(p, 0, j) + row4 * offset + Load(p, 5, j) * capacity, p, 0, j);
            Store(Load(p, 1, j) * _factors.Fast + row4 * branch.Fast, p, 1, j);
            Store(Load(p, 2, j) * _factors.Slow + row4 * branch.Slow, p, 2, j);
            Store(Load(p, 3, j) * _factors.Model, p, 3, j);
            Store(Load(p, 6, j) * _factors.Resistance, p, 6, j);
        }

        for (var i = 0; i < States; i++)
        {
            var row = p.Slice(i * Stride, Stride);
            row[0] += row[4] * offset + row[5] * capacity;
            row[1] = row[1] * _factors.Fast + row[4] * branch.Fast;
            row[2] = row[2] * _factors.Slow + row[4] * branch.Slow;
            row[3] *= _factors.Model;
            row[6] *= _factors.Resistance;
        }
    }

    private void Update(in CellSample sample)
    {
        _x.CopyTo(_trial, 0);
        if (_meter.Count == 0) Doubt(sample);
        var iterations = _p[0] > WideVariance ? WideIterations : 1;
        var variance = 0.0;
        for (var i = 0; i < iterations; i++)
        {
            var (predicted, noise) = Measure(sample);
            variance = noise;
            Cross();
            var total = Dot(_h, _cross) + variance;
            var innovation = sample.Volt - predicted;
            for (var j = 0; j < States; j++)
            {
                innovation -= _h[j] * (_x[j] - _trial[j]);
                _gain[j] = _cross[j] / total;
            }

            if (i == iterations - 1) _meter.Add(innovation, total);
            for (var j = 0; j < States; j++)
            {
                _trial[j] = _x[j] + _gain[j] * innovation;
            }

            Bound(_trial);
        }

        _trial.CopyTo(_x, 0);
        Joseph(variance);
    }

    // What the filter was told stands until the first voltage refutes it.
    private void Doubt(in CellSample sample)
    {
        var predicted = Measure(sample).Volt;
        if (_noise.Refutes(sample.Volt - predicted, _h[0], _h[6]))
        {
            _p[0] = _noise.RefutedCharge * _noise.RefutedCharge;
        }
    }

    // Voltage that the trial state predicts, its noise, and the derivatives into _h.
    private (double Volt, double Variance) Measure(in CellSample sample)
    {
        var x = _trial;
        var point = _table.At(x[0], sample.Celsius);
        var (over, ohm) = point.Over(sample.Ampere - x[4], x[1], x[2]);
        var factor = 1 + x[6];
        (_h[0], _h[1], _h[2], _h[3]) = (point.Slope, factor * point.Fast, factor * point.Slow, 1);
        (_h[4], _h[5], _h[6]) = (-factor * ohm, 0, over);
        return (point.Ocv + factor * over + x[3], _noise.Variance(over, sample.Ampere - _ampere));
    }

    private void Cross()
    {
        var p = _p.AsSpan();
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var j = 0; j < States; j++)
        {
            low += Load(p, j, 0) * _h[j];
            high += Load(p, j, 4) * _h[j];
        }

        Store(low, _cross, 0, 0);
        Store(high, _cross, 0, 4);
    }

    // (I - K h) P (I - K h)' + K r K', one row at a time.
    private void Joseph(double variance)
    {
        var p = _p.AsSpan();
        var (crossLow, crossHigh) = (Load(_cross, 0, 0), Load(_cross, 0, 4));
        var (gainLow, gainHigh) = (Load(_gain, 0, 0), Load(_gain, 0, 4));
        var (hLow, hHigh) = (Load(_h, 0, 0), Load(_h, 0, 4));
        for (var i = 0; i < States; i++)
        {
            var low = Load(p, i, 0) - crossLow * _gain[i];
            var high = Load(p, i, 4) - crossHigh * _gain[i];
            var rest = variance * _gain[i] - Vector256.Dot(low, hLow) - Vector256.Dot(high, hHigh);
            Store(low + gainLow * rest, p, i, 0);
            Store(high + gainHigh * rest, p, i, 4);
        }
    }

    private void Symmetrise()
    {
        for (var i = 0; i < States; i++)
        {
            for (var j = 0; j < i; j++)
            {
                _p[i * Stride + j] = _p[j * Stride + i] = 0.5 * (_p[i * Stride + j] + _p[j * Stride + i]);
            }
        }
    }

    private static void Bound(double[] x)
    {
        x[0] = Math.Clamp(x[0], CircuitTable.ChargeRange.Low, CircuitTable.ChargeRange.High);
        x[5] = Math.Clamp(x[5], -LargestShare, LargestShare);
        x[6] = Math.Clamp(x[6], -LargestShare, 5);
    }

    private static double Dot(double[] a, double[] b) =>
        Vector256.Dot(Load(a, 0, 0), Load(b, 0, 0)) + Vector256.Dot(Load(a, 0, 4), Load(b, 0, 4));

    private static Vector256<double> Load(ReadOnlySpan<double> p, int row, int column) => Vector256.Create(p.Slice(row * Stride + column, 4));

    private static void Store(Vector256<double> value, Span<double> p, int row, int column) => value.CopyTo(p.Slice(row * Stride + column, 4));
}
