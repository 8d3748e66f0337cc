using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;

namespace Voltloop.Quality.Model.Gate;

/// <summary>Chooses among a few methods by cross-validation on the units that it is given.</summary>
internal static class GateLearner
{
    /// <summary>Parts that units are cut into.</summary>
    public const int Parts = 5;

    /// <summary>Name of the method that knows nothing of the process: the mean of all units.</summary>
    public const string Mean = "mean of all units";

    private const int Seed = 20240305;
    private const int Trees = 100;

    /// <summary>The method with the smallest error on units left out; groups stay together.</summary>
    public static CrossFitted Fit(GateTable table)
    {
        var parts = Folds.Grouped(table.Groups, Math.Min(Parts, table.Groups.Distinct().Count()));
        var ridge = CrossFitted.Of("ridge regression", table, parts, Standardized.Of(Ridge.LeaveOneOut(Ridge.Grid(1e-3, 1e5, 17))));
        var forest = CrossFitted.Of("random forest", table, parts, Forest.Of(new ForestSettings(Trees, Seed) { Bootstrap = true, Tree = new TreeSettings { FeaturePart = 1.0 / 3, SmallestLeaf = 2 } }));
        CrossFitted[] all = [CrossFitted.Of(Mean, table, parts, MeanOnly), ridge, forest, ridge.With(forest)];
        return all.MinBy(one => one.Rmse)!;
    }

    private static LinearModel MeanOnly(Matrix features, double[] target) => new(target.Average(), new double[features.Columns]);
}
