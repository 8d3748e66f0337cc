namespace Voltloop.Kernels.LeastSquares;

/// <summary>Working memory of one fit of a curve.</summary>
internal sealed class CurveWork
{
    private readonly CurveModel _model;
    private readonly IReadOnlyList<double[]> _x;
    private readonly IReadOnlyList<double> _y;
    private readonly Dual[] _duals;
    private readonly double[] _largest;
    private double[] _parameters;
    private double[] _residual;
    private double[][] _slopes;
    private double _squares;

    public CurveWork(CurveModel model, IReadOnlyList<double[]> x, IReadOnlyList<double> y, ReadOnlySpan<double> start)
    {
        (_model, _x, _y, _parameters) = (model, x, y, start.ToArray());
        (_duals, _largest, _slopes, _residual) = (new Dual[start.Length], new double[start.Length], [], []);
        (_residual, _squares) = Residuals(_parameters);
    }

    /// <summary>Slopes at the parameters; a column for each.</summary>
    public void Linearise()
    {
        _slopes = [.. Enumerable.Range(0, _parameters.Length).Select(Slope)];
        for (var j = 0; j < _slopes.Length; j++) _largest[j] = Math.Max(_largest[j], Length(_slopes[j]));
    }

    /// <summary>Tries a damped step and takes it when it is one down; its gain over what the slopes promise, and how far it goes relative to the parameters.</summary>
    public (double Gain, double Moved) TryStep(double damping, FitScaling scaling)
    {
        var n = _slopes.Length;
        var weights = Enumerable.Range(0, n).Select(j => scaling switch { FitScaling.Largest => _largest[j], FitScaling.Present => Length(_slopes[j]), _ => 1 }).Select(weight => weight > 0 ? weight : 1).ToArray();
        var qr = new Householder([.. _slopes.Select((column, j) => (double[])[.. column, .. Enumerable.Range(0, n).Select(i => i == j ? Math.Sqrt(damping) * weights[j] : 0)])], [.. _residual, .. new double[n]]);
        if (qr.Solve() is not { } step) return (-1, 1);
        double[] trial = [.. _parameters.Select((value, j) => value + step[j])];
        var (residual, squares) = Residuals(trial);
        var promised = Promised(step) + (2 * damping * step.Select((one, j) => one * one * weights[j] * weights[j]).Sum());
        var gain = double.IsFinite(squares) ? (_squares - squares) / promised : -1;
        var moved = step.Select((one, j) => Math.Abs(one) / (Math.Abs(_parameters[j]) + 1e-300)).Max();
        if (gain > 0) (_parameters, _residual, _squares) = (trial, residual, squares);
        return (gain, moved);
    }

    /// <summary>One step of Gauss and Newton, taken whole; how far it goes relative to the parameters, NaN when it leads nowhere.</summary>
    public double Newton()
    {
        Linearise();
        if (new Householder([.. _slopes.Select(column => (double[])[.. column])], [.. _residual]).Solve() is not { } step) return double.NaN;
        double[] trial = [.. _parameters.Select((value, j) => value + step[j])];
        var (residual, squares) = Residuals(trial);
        if (!(squares <= _squares * (1 + 1e-6) + 1e-300)) return double.NaN;
        var moved = step.Select((one, j) => Math.Abs(one) / (Math.Abs(_parameters[j]) + 1e-300)).Max();
        (_parameters, _residual, _squares) = (trial, residual, squares);
        return moved;
    }

    /// <summary>What was found.</summary>
    public FittedCurve Outcome(bool converged)
    {
        Linearise();
        var degrees = _y.Count - _parameters.Length;
        var qr = new Householder([.. _slopes.Select(column => (double[])[.. column])], [.. _residual]);
        var variances = qr.Solve() is null ? null : qr.Unscaled();
        return new FittedCurve(_parameters, [.. _parameters.Select((_, j) => variances is null ? double.PositiveInfinity : Math.Sqrt(variances[j] * _squares / degrees))], _squares, degrees) { Converged = converged && variances is not null };
    }

    // What the linear model says the squares fall by, without the damping's part.
    private double Promised(double[] step)
    {
        var sum = 0.0;
        for (var i = 0; i < _residual.Length; i++)
        {
            var change = 0.0;
            for (var j = 0; j < step.Length; j++) change += _slopes[j][i] * step[j];
            sum += change * change;
        }

        return sum;
    }

    private double[] Slope(int j)
    {
        for (var k = 0; k < _duals.Length; k++) _duals[k] = new Dual(_parameters[k], k == j ? 1 : 0);
        return [.. _x.Select(x => _model(_duals, x).Slope)];
    }

    private (double[] Residual, double Squares) Residuals(double[] parameters)
    {
        for (var k = 0; k < _duals.Length; k++) _duals[k] = parameters[k];
        double[] residual = [.. _x.Select((x, i) => _y[i] - _model(_duals, x).Value)];
        var squares = Squares(residual);
        return (residual, double.IsNaN(squares) ? double.PositiveInfinity : squares);
    }

    private static double Squares(double[] residual)
    {
        var sum = new Voltloop.Kernels.Integration.CompensatedSum();
        foreach (var value in residual) sum.Add(value * value);
        return sum.Value;
    }

    private static double Length(double[] vector) => Math.Sqrt(Squares(vector));
}
