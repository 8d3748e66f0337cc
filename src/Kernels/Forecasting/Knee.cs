using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Forecasting;

/// <summary>
/// Finds the knee of a fade: two straight lines with a smooth turn between them (Bacon and Watts, Biometrika 58, 1971; for
/// batteries Fermín-Cueto et al., Energy and AI 1, 2020).
/// </summary>
public static class Knee
{
    /// <summary>Fewest cycles.</summary>
    public const int FewestCycles = 30;

    /// <summary>Part of the scatter around one line that a turn must explain.</summary>
    public const double FewestExplained = 0.5;

    /// <summary>How many times as fast the fade must be after the turn.</summary>
    public const double FewestTimes = 1.5;

    private const int Candidates = 80;
    private const int Points = 300;
    private const double Sharpness = 0.02;

    /// <summary>The knee; <c>null</c> when two lines do not fit clearly better than one, or the second is not clearly steeper, or the share rises before it.</summary>
    public static KneePoint? Find(FadePath path)
    {
        if (path.Count < FewestCycles) return null;
        var span = path.Last - path.First;
        double[] cycles = [.. Enumerable.Range(0, Points).Select(i => path.First + (span * i / (Points - 1.0)))];
        double[] shares = Array.ConvertAll(cycles, path.At);
        var line = Fit(cycles, shares, _ => 0);
        var best = Enumerable.Range(1, Candidates - 1).Select(k => path.First + (span * k / Candidates))
            .Select(turn => (Turn: turn, Fit: Fit(cycles, shares, cycle => (cycle - turn) * Math.Tanh((cycle - turn) / (Sharpness * span))))).MinBy(one => one.Fit.Squares);
        var knee = new KneePoint(best.Turn, best.Fit.Slope - best.Fit.Bend, best.Fit.Slope + best.Fit.Bend, line.Squares > 0 ? 1 - (best.Fit.Squares / line.Squares) : 0);
        return knee.Explained >= FewestExplained && knee.Before < 0 && knee.After < FewestTimes * knee.Before ? knee : null;
    }

    private static (double Slope, double Bend, double Squares) Fit(double[] cycles, double[] shares, Func<double, double> bend)
    {
        var (middle, size) = (cycles.Average(), cycles[^1] - cycles[0]);
        double[][] rows = Array.ConvertAll(cycles, cycle => new[] { 1, (cycle - middle) / size, bend(cycle) / size });
        var normal = new Matrix(3, 3);
        var right = new double[3];
        for (var i = 0; i < rows.Length; i++)
        {
            Dot.Add(right, shares[i], rows[i]);
            for (var k = 0; k < 3; k++) Dot.Add(normal.Row(k), rows[i][k], rows[i]);
        }

        // Where there is no bend its row is empty; a speck on the diagonal keeps the matrix regular.
        for (var k = 0; k < 3; k++) normal[k, k] += 1e-12 * rows.Length;
        var found = Cholesky.TryOf(normal)!.Solve(right);
        return (found[1] / size, found[2] / size, rows.Zip(shares, (row, share) => Math.Pow(share - Dot.Of(row, found), 2)).Sum());
    }
}
