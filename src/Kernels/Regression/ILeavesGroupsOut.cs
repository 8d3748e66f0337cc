namespace Voltloop.Kernels.Regression;

/// <summary>A regression that can tell from its own fit what it would have predicted for cases left out together.</summary>
public interface ILeavesGroupsOut : IRegression
{
    /// <summary>Prediction of each case without the cases of its group; penalties and lengths stay those found with them.</summary>
    /// <param name="target">The targets that it was fitted to.</param>
    /// <param name="groups">Number of the group of each case.</param>
    double[] LeaveGroupsOut(double[] target, int[] groups);
}
