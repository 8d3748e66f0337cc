using System.Runtime.Intrinsics;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Kernels.Filters;

/// <summary>
/// Square-root unscented Kalman filter of the four states of <see cref="ChargeEkf"/> (van der Merwe and Wan, ICASSP 2001;
/// alpha 1, beta 2, kappa 0). The process is linear, so its factor is propagated exactly by a QR decomposition; the voltage
/// goes through nine sigma points. The first voltage is taken in by the iterated update. One step allocates nothing.
/// </summary>
public sealed class SquareRootUkf
{
    private const int N = 4;
    private const double Spread = 2; // sqrt(N + lambda) with lambda = 0
    private const double PointWeight = 1.0 / (2 * N);
    private const double CentreWeight = 2; // 1 - alpha² + beta, for the variance only
    private readonly CircuitTable _table;
    private readonly ChargeNoise _noise;
    private readonly ChargeEkf _opening;
    private readonly double _perAmpereSecond;
    private readonly double _currentVariance;
    private readonly double[] _x = new double[N];
    private readonly double[] _s = new double[N * N]; // lower factor of the covariance, row by row
    private readonly double[] _stack = new double[2 * N * N];
    private readonly double[] _volts = new double[2 * N + 1];
    private readonly double[] _gain = new double[N];
    private StepFactors _factors;
    private InnovationMeter _meter;
    private double _ampere;
    private double _deaf;
    private bool _open;

    /// <summary>Makes a filter; parameters as <see cref="ChargeEkf"/>.</summary>
    public SquareRootUkf(CircuitTable table, ChargeNoise noise, double charge)
    {
        (_table, _noise, _opening) = (table, noise, new ChargeEkf(table, noise, charge));
        _perAmpereSecond = 1 / (3600 * table.Circuit.CapacityAh);
        _currentVariance = noise.Ampere * noise.Ampere + noise.OffsetAmpere * noise.OffsetAmpere * ChargeEkf.HorizonSeconds;
        _factors = new StepFactors(table.Circuit.FastSeconds, table.Circuit.SlowSeconds, noise.ModelSeconds, noise.ResistanceSeconds);
        Open();
    }

    /// <summary>State of charge, 0 to 1.</summary>
    public ChargeEstimate Charge => new(_x[0], Math.Sqrt(_s[0] * _s[0]));

    /// <summary>Consistency of the innovations.</summary>
    public InnovationMeter Innovations => _meter;

    /// <summary>Takes one sample.</summary>
    public void Step(in CellSample sample)
    {
        if (!_open)
        {
            _opening.Step(sample);
            _meter = _opening.Innovations;
            Open();
            _open = _meter.Count > 0;
        }
        else
        {
            if (sample.Seconds > 0) Predict(sample);
            if (double.IsFinite(sample.Volt) && double.IsFinite(sample.Ampere) && double.IsFinite(sample.Celsius)) Update(sample);
        }

        _ampere = double.IsFinite(sample.Ampere) ? sample.Ampere : _ampere;
    }

    private void Open()
    {
        _opening.State.CopyTo(_x);
        _opening.Covariance(_s);
        LeastSquares.InPlaceCholesky.Factor(_s, N);
        Upper(_s);
    }

    private void Predict(in CellSample sample)
    {
        _factors.For(sample.Seconds);
        var known = double.IsFinite(sample.MeanAmpere);
        var ampere = known ? sample.MeanAmpere : 0;
        var (fast, slow) = (1 - _factors.Fast, 1 - _factors.Slow);
        _x[0] += ampere * sample.Seconds * _perAmpereSecond;
        _x[1] += fast * (ampere - _x[1]);
        _x[2] += slow * (ampere - _x[2]);
        _x[3] *= _factors.Model;
        _deaf = known ? 0 : _deaf + sample.Seconds;
        var spread = Math.Sqrt(known ? _currentVariance * sample.Seconds : _noise.UnknownVariance(_deaf, sample.Seconds));
        var step = known ? _noise.Ampere : _noise.UnknownAmpere;
        Span<double> keep = [1, _factors.Fast, _factors.Slow, _factors.Model];
        Span<double> noise = [spread * _perAmpereSecond, fast * step, slow * step, _noise.ModelVolt * Math.Sqrt(1 - _factors.Model * _factors.Model)];
        Array.Clear(_stack);
        for (var i = 0; i < N; i++)
        {
            for (var j = 0; j <= i; j++) _stack[j * N + i] = keep[i] * _s[i * N + j];
            _stack[(N + i) * N + i] = noise[i];
        }

        Triangulate();
    }

    // Householder's QR of the stacked transposed factors; the transposed R is the factor of the sum.
    private void Triangulate()
    {
        const int Rows = 2 * N;
        for (var k = 0; k < N; k++)
        {
            var norm = 0.0;
            for (var i = k; i < Rows; i++) norm += _stack[i * N + k] * _stack[i * N + k];
            norm = _stack[k * N + k] > 0 ? -Math.Sqrt(norm) : Math.Sqrt(norm);
            if (norm == 0) continue;
            var head = _stack[k * N + k] - norm;
            var scale = -norm * head;
            for (var j = k + 1; j < N; j++)
            {
                var dot = head * _stack[k * N + j];
                for (var i = k + 1; i < Rows; i++) dot += _stack[i * N + k] * _stack[i * N + j];
                dot /= scale;
                _stack[k * N + j] -= dot * head;
                for (var i = k + 1; i < Rows; i++) _stack[i * N + j] -= dot * _stack[i * N + k];
            }

            _stack[k * N + k] = norm;
        }

        for (var i = 0; i < N; i++)
        {
            for (var j = 0; j < N; j++) _s[i * N + j] = j <= i ? _stack[j * N + i] : 0;
        }
    }

    private void Update(in CellSample sample)
    {
        var centre = Volt(sample, _x[0], _x[1], (_x[2], _x[3]));
        var mean = 0.0;
        for (var j = 0; j < N; j++)
        {
            _volts[2 * j] = Shifted(sample, j, Spread);
            _volts[2 * j + 1] = Shifted(sample, j, -Spread);
            mean += PointWeight * (_volts[2 * j] + _volts[2 * j + 1]);
        }

        var noise = _noise.Variance(Over(sample), sample.Ampere - _ampere);
        var variance = noise + CentreWeight * (centre - mean) * (centre - mean);
        Array.Clear(_gain);
        for (var j = 0; j < N; j++)
        {
            var (up, down) = (_volts[2 * j] - mean, _volts[2 * j + 1] - mean);
            variance += PointWeight * (up * up + down * down);
            for (var i = j; i < N; i++) _gain[i] += PointWeight * Spread * _s[i * N + j] * (up - down);
        }

        var innovation = sample.Volt - mean;
        _meter.Add(innovation, variance);
        for (var i = 0; i < N; i++)
        {
            _x[i] += _gain[i] / variance * innovation;
            _gain[i] /= Math.Sqrt(variance);
        }

        _x[0] = Math.Clamp(_x[0], CircuitTable.ChargeRange.Low, CircuitTable.ChargeRange.High);
        Downdate();
    }

    private double Shifted(in CellSample sample, int column, double by) => Volt(
        sample, _x[0] + by * _s[column], _x[1] + by * _s[N + column], (_x[2] + by * _s[2 * N + column], _x[3] + by * _s[3 * N + column]));

    private double Volt(in CellSample sample, double charge, double fast, (double Slow, double Error) rest)
    {
        var point = _table.At(charge, sample.Celsius);
        return point.Ocv + point.Over(sample.Ampere, fast, rest.Slow).Volt + rest.Error + Beyond(charge, point.Slope);
    }

    // The table ends; sigma points of a wide start may lie beyond it.
    private static double Beyond(double charge, double slope) =>
        slope * (charge - Math.Clamp(charge, CircuitTable.ChargeRange.Low, CircuitTable.ChargeRange.High));

    private double Over(in CellSample sample) => _table.At(_x[0], sample.Celsius).Over(sample.Ampere, _x[1], _x[2]).Volt;

    // Takes the vector in _gain out of the factor (LINPACK's downdate by rotations, in the form of Golub and Van Loan 6.5.4).
    private void Downdate()
    {
        for (var k = 0; k < N; k++)
        {
            var diagonal = _s[k * N + k];
            var square = diagonal * diagonal - _gain[k] * _gain[k];
            var fresh = Math.Sqrt(Math.Max(square, 1e-12 * diagonal * diagonal));
            if (!(fresh > 0)) continue;
            var (c, s) = (fresh / diagonal, _gain[k] / diagonal);
            _s[k * N + k] = fresh;
            for (var i = k + 1; i < N; i++)
            {
                _s[i * N + k] = (_s[i * N + k] - s * _gain[i]) / c;
                _gain[i] = c * _gain[i] - s * _s[i * N + k];
            }
        }
    }

    private static void Upper(double[] factor)
    {
        for (var i = 0; i < N; i++)
        {
            for (var j = i + 1; j < N; j++) factor[i * N + j] = 0;
        }
    }
}
