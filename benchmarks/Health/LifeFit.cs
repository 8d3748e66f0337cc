using System.Diagnostics;
using System.Globalization;
using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;

namespace Voltloop.Bench.Health;

/// <summary>Time to fit a regression and to predict its own cases, beside scikit-learn (Debian: python3-sklearn) in the same run on the same made-up numbers.</summary>
/// <param name="name">What is fitted.</param>
/// <param name="size">Cases and features.</param>
/// <param name="fit">Ours.</param>
/// <param name="peer">The same in Python: an expression that makes the model.</param>
internal sealed class LifeFit(string name, (int Cases, int Features) size, Fit fit, string peer) : IComparison
{
    private const int Times = 7;

    public string Name => $"fit and predict, {name}, {size.Cases} x {size.Features}";

    public string Unit => "ms";

    public bool SmallerIsBetter => true;

    public static IEnumerable<IComparison> All =>
    [
        new LifeFit("PLSR 9 components", (41, 100), Standardized.Of(PartialLeastSquares.With(9)), "make_pipeline(StandardScaler(), PLSRegression(9))"),
        new LifeFit("ridge, 50 penalties", (41, 100), Standardized.Of(Ridge.LeaveOneOut(Ridge.Grid(1e-3, 1e5, 50))), "make_pipeline(StandardScaler(), RidgeCV(np.logspace(-3, 5, 50)))"),
        new LifeFit("ridge, 30 penalties", (760, 41), Standardized.Of(Ridge.LeaveOneOut(Ridge.Grid(1e-4, 1e3, 30))), "make_pipeline(StandardScaler(), RidgeCV(np.logspace(-4, 3, 30)))"),
        new LifeFit("Gaussian process, one start", (41, 6), Standardized.Of(GaussianProcess.Of(new GaussianProcessSettings { Starts = [1] })), "make_pipeline(StandardScaler(), GaussianProcessRegressor(ConstantKernel() * RBF(2.0) + WhiteKernel(), normalize_y=True))"),
        new LifeFit("100 extra trees", (760, 42), Forest.Of(Forest.ExtraTrees(100, 1)), "ExtraTreesRegressor(100, random_state=0, n_jobs=1)"),
    ];

    public async Task<(double Ours, double Plain)> MeasureAsync() => (Ours(), await PeerAsync());

    private double Ours()
    {
        var (features, target) = Made();
        return Enumerable.Range(0, Times).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            var model = fit(features, target);
            var sum = 0.0;
            for (var i = 0; i < target.Length; i++) sum += model.Predict(features.Row(i));
            return double.IsFinite(sum) ? watch.Elapsed.TotalMilliseconds : double.NaN;
        });
    }

    // NaN, shown as nothing, where the peer is not installed.
    private async Task<double> PeerAsync()
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-W", "ignore", "-c", Script]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var python = Process.Start(start)!;
        var said = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return double.TryParse(said, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : double.NaN;
    }

    private string Script => string.Create(CultureInfo.InvariantCulture, $"""
        import time, numpy as np
        from sklearn.cross_decomposition import PLSRegression
        from sklearn.ensemble import ExtraTreesRegressor
        from sklearn.gaussian_process import GaussianProcessRegressor
        from sklearn.gaussian_process.kernels import RBF, ConstantKernel, WhiteKernel
        from sklearn.linear_model import RidgeCV
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler
        i, j = np.arange({size.Cases})[:, None], np.arange({size.Features})[None, :]
        X = np.sin(1 + 3.1 * i + 7.3 * j + 0.01 * i * j)
        y = X[:, 0] - X[:, 1] ** 2 + 0.3 * X[:, 2] * X[:, 3] + 0.1 * np.cos(5 * np.arange({size.Cases}))
        best = 1e9
        for _ in range({Times}):
            start = time.perf_counter(); {peer}.fit(X, y).predict(X); best = min(best, time.perf_counter() - start)
        print(1000 * best)
        """);

    private (Matrix Features, double[] Target) Made()
    {
        var (features, target) = (new Matrix(size.Cases, size.Features), new double[size.Cases]);
        for (var i = 0; i < size.Cases; i++)
        {
            for (var j = 0; j < size.Features; j++) features[i, j] = Math.Sin(1 + (3.1 * i) + (7.3 * j) + (0.01 * i * j));
            var x = features.Row(i);
            target[i] = x[0] - (x[1] * x[1]) + (0.3 * x[2] * x[3]) + (0.1 * Math.Cos(5 * i));
        }

        return (features, target);
    }
}
