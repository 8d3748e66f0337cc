using Voltloop.Kernels.Regression;
using F = Voltloop.Health.BenchmarkMethods.Severson.SeversonFeatures;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>The models that are compared, and the families that the mean of ours takes one model from each of.</summary>
internal static class LifeFamilies
{
    private static readonly Fit RidgeFit = Standardized.Of(Ridge.LeaveOneOut(Ridge.Grid(1e-3, 1e3, 30)));
    private static readonly Fit ProcessFit = Standardized.Of(GaussianProcess.Of(new GaussianProcessSettings { Linear = true, LengthPrior = 1 }));

    private static readonly (string Name, Func<SeversonCell, double[]> Of)[] Discharge =
    [
        ("discharge features", c => F.Discharge(c, F.Change(c))),
        ("discharge features, medians of 5 cycles", c => F.Discharge(c, F.SmoothChange(c))),
        ("discharge features, signed", c => F.SignedDischarge(c, F.Change(c))),
        ("discharge features, signed, medians of 5 cycles", c => F.SignedDischarge(c, F.SmoothChange(c))),
    ];

    private static readonly (string Name, Func<SeversonCell, double[]> Of)[] Place =
    [
        ("place of the change", c => F.Place(F.Change(c))),
        ("place of the change, medians of 5 cycles", c => F.Place(F.SmoothChange(c))),
        ("place of the change from cycle 30 on", c => F.Place(F.LateChange(c))),
    ];

    private static readonly (string Name, Func<SeversonCell, double[]> Of)[] Stages = [("change in two stages", F.TwoStages)];

    /// <summary>The models of the publications, with the choices made there by cross-validation on the training cells.</summary>
    public static IReadOnlyList<LifeModel> Reproduced { get; } =
    [
        new("variance, least squares", F.Variance, Standardized.Of(OrdinaryLeastSquares.Fit)),
        new("curve, ridge", F.Curve, Standardized.Of(Ridge.LeaveOneOut(Ridge.Grid(1e-3, 1e5, 50)))),
        new("curve, PCR n = 12", F.Curve, Standardized.Of(PrincipalComponents.With(12))),
        new("curve, PLSR n = 9", F.Curve, Standardized.Of(PartialLeastSquares.With(9))),
        new("curve, random forest of 500", F.Curve, Forest.Of(new ForestSettings(500, 1) { Bootstrap = true })),
        new("discharge features, elastic net", c => F.Discharge(c, F.Change(c)), Standardized.Of(ElasticNet.CrossValidated([0.1, 0.5, 0.7, 0.9, 0.95, 0.99, 1], 5))),
        new("discharge features, boosted trees", c => F.Discharge(c, F.Change(c)), BoostedTrees.Of(new BoostingSettings(200, 0.05, 1))),
    ];

    /// <summary>
    /// Families; from each one model is taken, by cross-validation on the training cells. The two on curves keep the number of
    /// components that cross-validation on the training cells chose in the published notebook.
    /// </summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<LifeModel> Models)> Own { get; } =
    [
        ("discharge", Models(Discharge, ("ridge", RidgeFit))),
        ("place", Models(Place, ("ridge", RidgeFit))),
        ("stages", Models(Stages, ("ridge", RidgeFit))),
        ("process", Models([.. Discharge, .. Place, .. Stages], ("Gaussian process", ProcessFit))),
        ("components", [Components("PCR", 12, PrincipalComponents.With(12))]),
        ("partial", [Components("PLSR", 9, PartialLeastSquares.With(9))]),
    ];

    private static LifeModel[] Models((string Name, Func<SeversonCell, double[]> Of)[] features, (string Name, Fit Fit) way) =>
        Array.ConvertAll(features, one => new LifeModel($"{one.Name}, {way.Name}", one.Of, way.Fit));

    private static LifeModel Components(string way, int count, Fit fit) => new($"curve, {way} n = {count}", F.Curve, Standardized.Of(fit));
}
