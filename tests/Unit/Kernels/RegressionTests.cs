using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;

namespace Voltloop.Tests.Unit.Kernels;

/// <summary>Expected figures come from scikit-learn 1.2.1: eng/regression-oracle.py.</summary>
public sealed class RegressionTests
{
    private static readonly (Matrix Features, double[] Target) Case = Made();
    private static readonly double[] New = [.. Enumerable.Range(0, 5).Select(j => Math.Cos(j))];

    public static TheoryData<string, Fit, double> Oracles => new()
    {
        { "ordinary least squares", OrdinaryLeastSquares.Fit, 2.6588151599 },
        { "ridge", Ridge.With(0.7), 2.6922086675 },
        { "ridge chosen by leave-one-out", Ridge.LeaveOneOut(Ridge.Grid(1e-3, 1e3, 25)), 2.6861763013 },
        { "elastic net", ElasticNet.With(0.05, 0.5), 2.7006552286 },
        { "elastic net chosen over folds", ElasticNet.CrossValidated([0.1, 0.5, 0.9], 5), 2.7128919973 },
        { "principal components", PrincipalComponents.With(3), 3.0839568478 },
        { "partial least squares, 2", Standardized.Of(PartialLeastSquares.With(2)), 2.6167518332 },
        { "partial least squares, 3", Standardized.Of(PartialLeastSquares.With(3)), 2.6611022560 },
    };

    [Theory]
    [MemberData(nameof(Oracles))]
    public void Linear_regressions_predict_what_others_do(string name, Fit fit, double expected) =>
        fit(Case.Features, Case.Target).Predict(New).ShouldBe(expected, 2e-6, name);

    [Fact]
    public void A_gaussian_process_finds_the_same_lengths_and_noise_as_others()
    {
        var process = GaussianProcess.Train(Case.Features, Case.Target, new GaussianProcessSettings());
        process.Predict(New).ShouldBe(2.7032183530, 2e-4);
        process.Deviation(New).ShouldBe(0.25785266, 2e-4);
    }

    [Fact]
    public void What_a_gaussian_process_says_of_a_case_left_out_is_what_it_predicts_without_it()
    {
        var settings = new GaussianProcessSettings { Linear = true };
        var told = GaussianProcess.Train(Case.Features, Case.Target, settings).LeaveOneOut(Case.Target);
        told.Select((one, i) => Math.Abs(one.Mean - Case.Target[i])).Average().ShouldBeLessThan(0.5);
        told.ShouldAllBe(one => one.Deviation > 0);
    }

    [Fact]
    public void Boosted_trees_fit_and_predict_what_others_do()
    {
        var model = BoostedTrees.Of(new BoostingSettings(60, 0.1, 1) { Tree = new TreeSettings { MaxDepth = 3, SmallestLeaf = 3 } })(Case.Features, Case.Target);
        Math.Sqrt(Case.Target.Select((value, i) => Math.Pow(model.Predict(Case.Features.Row(i)) - value, 2)).Average()).ShouldBe(0.0686936188, 1e-9);
        model.Predict(New).ShouldBe(2.9890462094, 1e-9);
    }

    [Fact]
    public void Trees_explain_steps_and_the_same_seed_grows_the_same_forest()
    {
        var features = new Matrix(200, 2);
        var target = new double[200];
        for (var i = 0; i < 200; i++) (features[i, 0], features[i, 1], target[i]) = (i / 200.0, Math.Sin(i), i < 80 ? 1 : i < 140 ? 5 : 2);
        double[] probe = [0.5, 0];
        BoostedTrees.Of(new BoostingSettings(60, 0.3, 1))(features, target).Predict(probe).ShouldBe(5, 0.01);
        var forest = Forest.Of(Forest.ExtraTrees(50, 3));
        forest(features, target).Predict(probe).ShouldBe(5, 0.2);
        forest(features, target).Predict([0.41, 0.3]).ShouldBe(forest(features, target).Predict([0.41, 0.3]));
        var random = Forest.Of(new ForestSettings(50, 3) { Bootstrap = true, Tree = new TreeSettings { FeaturePart = 0.5, SmallestLeaf = 2 } });
        random(features, target).Predict(probe).ShouldBe(5, 0.5);
    }

    [Fact]
    public void Boosted_quantiles_hold_the_share_they_say()
    {
        var random = new Random(1);
        var features = new Matrix(600, 1);
        var target = new double[600];
        for (var i = 0; i < 600; i++) (features[i, 0], target[i]) = (i / 600.0, random.NextDouble() * (1 + (i / 300.0)));
        var model = BoostedTrees.Of(new BoostingSettings(80, 0.2, 1) { Quantile = 0.9, Tree = new TreeSettings { MaxDepth = 2, SmallestLeaf = 40 } })(features, target);
        Enumerable.Range(0, 600).Average(i => target[i] <= model.Predict(features.Row(i)) ? 1.0 : 0).ShouldBe(0.9, 0.03);
    }

    [Fact]
    public void Folds_of_groups_keep_each_group_together()
    {
        int[] groups = [.. Enumerable.Range(0, 100).Select(i => i / 7)];
        var folds = Folds.Grouped(groups, 5);
        foreach (var fold in folds) fold.Kept.Select(i => groups[i]).Intersect(fold.LeftOut.Select(i => groups[i])).ShouldBeEmpty();
        folds.SelectMany(fold => fold.LeftOut).Order().ShouldBe(Enumerable.Range(0, 100));
        Folds.Shuffled(10, 3, 5).SelectMany(fold => fold.LeftOut).Order().ShouldBe(Enumerable.Range(0, 10));
        Folds.Contiguous(7, 3).Select(fold => fold.LeftOut.Length).ShouldBe([3, 2, 2]);
    }

    [Fact]
    public void The_leave_one_out_error_of_ridge_is_that_of_leaving_out()
    {
        // Only the exact formula chooses as leaving out does on a grid this fine.
        var grid = Ridge.Grid(1e-2, 1e2, 60);
        var folds = Folds.LeaveOneOut(Case.Target.Length);
        var best = grid.MinBy(alpha => Folds.Predict(Case.Features, Case.Target, folds, Ridge.With(alpha)).Zip(Case.Target, (p, t) => (p - t) * (p - t)).Sum());
        Ridge.LeaveOneOut(grid)(Case.Features, Case.Target).Predict(New).ShouldBe(Ridge.With(best)(Case.Features, Case.Target).Predict(New), 1e-12);
    }

    [Fact]
    public void What_ridge_says_of_groups_left_out_is_what_it_predicts_without_them()
    {
        int[] groups = [.. Enumerable.Range(0, Case.Target.Length).Select(i => i % 7)];
        var told = (ILeavesGroupsOut)Ridge.With(0.7)(Case.Features, Case.Target);
        var left = Folds.Predict(Case.Features, Case.Target, Folds.Grouped(groups, 7), Ridge.With(0.7));
        told.LeaveGroupsOut(Case.Target, groups).Zip(left, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-7);
    }

    [Fact]
    public void Groups_of_one_left_out_of_a_gaussian_process_are_its_cases_left_out()
    {
        var process = GaussianProcess.Train(Case.Features, Case.Target, new GaussianProcessSettings { Linear = true });
        int[] alone = [.. Enumerable.Range(0, Case.Target.Length)];
        process.LeaveGroupsOut(Case.Target, alone).Zip(process.LeaveOneOut(Case.Target), (a, b) => Math.Abs(a - b.Mean)).Max().ShouldBeLessThan(1e-7);
    }

    [Fact]
    public void A_stack_leans_on_what_predicts_groups_that_were_left_out()
    {
        // All cases of a group are alike: a penalty near zero would look best if groups were not kept together.
        var (features, target, groups) = (new Matrix(60, 1), new double[60], new int[60]);
        for (var i = 0; i < 60; i++) (groups[i], features[i, 0], target[i]) = (i / 6, i / 6, 3 * (i / 6) + 0.01 * Math.Sin(i));
        var (good, poor) = (Ridge.With(1e-6), Ridge.With(1e6));
        Stacked(good, poor).Share.ShouldBe(0, 1e-3);
        Stacked(poor, good).Share.ShouldBe(1, 1e-3);
        Stacked(good, good).Share.ShouldBe(0.5);
        Stacked(poor, good).Predict([20]).ShouldBe(60, 0.1);

        StackedPair Stacked(Fit first, Fit second) => (StackedPair)StackedPair.Of(first, second)(groups)(features, target);
    }

    [Fact]
    public void A_stack_of_what_cannot_leave_groups_out_is_refused() =>
        Should.Throw<NotSupportedException>(() => StackedPair.Of(Forest.Of(Forest.ExtraTrees(2, 1)), Ridge.With(1))(new int[Case.Target.Length])(Case.Features, Case.Target));

    private static (Matrix Features, double[] Target) Made()
    {
        var (features, target) = (new Matrix(24, 5), new double[24]);
        for (var i = 0; i < 24; i++)
        {
            for (var j = 0; j < 5; j++) features[i, j] = Math.Sin(1 + (3 * i) + (7 * j) + (i * j)) + (j == 0 ? 0.1 * i : 0);
            var x = features.Row(i);
            target[i] = 2 + x[0] - (0.5 * x[1] * x[1]) + (0.3 * x[2] * x[3]) + (0.2 * Math.Cos(5 * i));
        }

        return (features, target);
    }
}
