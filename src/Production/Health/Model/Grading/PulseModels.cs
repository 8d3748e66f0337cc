using Voltloop.Kernels.Regression;

namespace Voltloop.Health.Model.Grading;

/// <summary>Ways of fitting state of health to pulses.</summary>
internal static class PulseModels
{
    /// <summary>Ridge on standardized features, its penalty by leave-one-out.</summary>
    public static Fit RidgeFit { get; } = Standardized.Of(Ridge.LeaveOneOut(Ridge.Grid(1e-4, 1e3, 30)));

    /// <summary>A Gaussian process with a linear part.</summary>
    public static Fit Process { get; } = Standardized.Of(GaussianProcess.Of(new GaussianProcessSettings { Linear = true, LengthPrior = 2, MostForSearch = 150, Starts = [1] }));

    /// <summary>For readings without a known charge: how much each counts is found by leaving out the cells fitted on, one at a time.</summary>
    public static GroupedFit WithoutCharge { get; } = StackedPair.Of(RidgeFit, Process);

    /// <summary>For readings with a known charge, which is the last feature.</summary>
    public static Fit WithCharge { get; } = MeanOfModels.Of(PerCharge(RidgeFit), PerCharge(Process), Process);

    /// <summary>A model of its own for each value of the last feature.</summary>
    public static Fit PerCharge(Fit fit) => ChargeModels.Of(fit);
}
