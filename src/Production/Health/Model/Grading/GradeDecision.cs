namespace Voltloop.Health.Model.Grading;

/// <summary>What to do with a cell, at the least expected cost.</summary>
/// <param name="Grade">Grade to use it as; the most fitting one when it should be measured first.</param>
/// <param name="MeasureFirst">True when a full discharge costs less than the risk.</param>
/// <param name="Probabilities">Probability of each grade, A first.</param>
/// <param name="ExpectedCosts">Expected cost of using it as each grade, A first.</param>
internal sealed record GradeDecision(Grade Grade, bool MeasureFirst, double[] Probabilities, double[] ExpectedCosts)
{
    private static readonly Grade[] All = [Grade.A, Grade.B, Grade.C];

    /// <summary>Decides (Berger, Statistical Decision Theory and Bayesian Analysis, 1.3: least expected loss).</summary>
    public static GradeDecision Of(HealthEstimate estimate, GradingPolicy policy)
    {
        double[] probabilities = Array.ConvertAll(All, grade => estimate.Likely.Average(health => policy.GradeOf(health) == grade ? 1.0 : 0));
        double[] costs = Array.ConvertAll(All, used => All.Sum(real => probabilities[(int)real] * policy.Cost(used, real)));
        var best = All.MinBy(grade => costs[(int)grade]);
        return new GradeDecision(best, policy.Measuring < costs[(int)best], probabilities, costs);
    }
}
