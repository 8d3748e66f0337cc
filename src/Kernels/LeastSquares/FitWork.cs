namespace Voltloop.Kernels.LeastSquares;

/// <summary>Working memory of one fit.</summary>
internal sealed class FitWork
{
    private const double Difference = 1e-6;
    private readonly ResidualFunction _function;
    private readonly FitBounds _bounds;
    private readonly int _n;
    private readonly double[] _residual;
    private readonly double[] _other;
    private readonly double[] _jacobian;
    private readonly double[] _normal;
    private readonly double[] _gradient;
    private readonly double[] _factor;
    private readonly double[] _step;
    private readonly double[] _trial;
    private readonly bool[] _held;

    public FitWork(ResidualFunction function, int count, FitBounds bounds, ReadOnlySpan<double> start)
    {
        (_function, _bounds, _n) = (function, bounds, start.Length);
        (Parameters, _trial, _step, _gradient, _held) = (start.ToArray(), new double[_n], new double[_n], new double[_n], new bool[_n]);
        (_residual, _other, _jacobian) = (new double[count], new double[count], new double[count * _n]);
        (_normal, _factor) = (new double[_n * _n], new double[_n * _n]);
        Clip(Parameters);
        Sum = Evaluate(Parameters, _residual);
    }

    /// <summary>Best parameters so far.</summary>
    public double[] Parameters { get; }

    /// <summary>Sum of squares there.</summary>
    public double Sum { get; private set; }

    /// <summary>Computes Jacobian (one row per parameter), normal matrix and gradient at the best parameters.</summary>
    public void Linearise()
    {
        for (var j = 0; j < _n; j++)
        {
            Differentiate(j);
        }

        for (var i = 0; i < _n; i++)
        {
            var row = Row(i);
            _gradient[i] = Dot(row, _residual);
            for (var j = 0; j <= i; j++)
            {
                _normal[i * _n + j] = _normal[j * _n + i] = Dot(row, Row(j));
            }
        }

        for (var i = 0; i < _n; i++)
        {
            _held[i] = (Parameters[i] <= _bounds.Lower[i] && _gradient[i] > 0) || (Parameters[i] >= _bounds.Upper[i] && _gradient[i] < 0) || !(_normal[i * _n + i] > 0);
        }
    }

    /// <summary>Tries a damped step; true when it made the sum smaller and was taken.</summary>
    public bool TryStep(double damping)
    {
        Damp(damping);
        if (!InPlaceCholesky.Factor(_factor, _n))
        {
            return false;
        }

        InPlaceCholesky.Solve(_factor, _step);
        for (var i = 0; i < _n; i++)
        {
            _trial[i] = Parameters[i] + _step[i];
        }

        Clip(_trial);
        var sum = Evaluate(_trial, _other);
        if (!(sum < Sum))
        {
            return false;
        }

        _trial.CopyTo(Parameters, 0);
        _other.CopyTo(_residual, 0);
        Sum = sum;
        return true;
    }

    /// <summary>Variances of the parameters at the best point.</summary>
    public double[] Variances()
    {
        Damp(0);
        var scale = Sum / Math.Max(1, _residual.Length - _n);
        if (!InPlaceCholesky.Factor(_factor, _n))
        {
            return [.. Enumerable.Repeat(double.PositiveInfinity, _n)];
        }

        var variances = new double[_n];
        for (var i = 0; i < _n; i++)
        {
            Array.Clear(_step);
            _step[i] = 1;
            InPlaceCholesky.Solve(_factor, _step);
            variances[i] = _normal[i * _n + i] > 0 ? _held[i] ? 0 : scale * _step[i] : double.PositiveInfinity;
        }

        return variances;
    }

    private void Differentiate(int j)
    {
        var kept = Parameters[j];
        var step = Difference * Math.Max(1e-2, Math.Abs(kept));
        step = kept + step > _bounds.Upper[j] ? -step : step;
        Parameters[j] = kept + step;
        step = Parameters[j] - kept;
        _function(Parameters, _other);
        Parameters[j] = kept;
        var row = Row(j);
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (_other[i] - _residual[i]) / step;
        }
    }

    // A held parameter gets a row and column of the unit matrix and no gradient: it stays where it is.
    private void Damp(double damping)
    {
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < _n; j++)
            {
                _factor[i * _n + j] = i == j ? (_held[i] ? 1 : _normal[i * _n + i] * (1 + damping)) : _held[i] || _held[j] ? 0 : _normal[i * _n + j];
            }

            _step[i] = _held[i] ? 0 : -_gradient[i];
        }
    }

    private double Evaluate(double[] parameters, double[] residual)
    {
        _function(parameters, residual);
        var sum = Dot(residual, residual);
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    private void Clip(double[] parameters)
    {
        for (var i = 0; i < _n; i++)
        {
            parameters[i] = Math.Clamp(parameters[i], _bounds.Lower[i], _bounds.Upper[i]);
        }
    }

    private Span<double> Row(int i) => _jacobian.AsSpan(i * _residual.Length, _residual.Length);

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (sum, i) = (System.Numerics.Vector<double>.Zero, 0);
        for (; i <= a.Length - System.Numerics.Vector<double>.Count; i += System.Numerics.Vector<double>.Count)
        {
            sum += new System.Numerics.Vector<double>(a[i..]) * new System.Numerics.Vector<double>(b[i..]);
        }

        var total = System.Numerics.Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }
}
