using Voltloop.Health.Model.Fleet;

namespace Voltloop.Health.ShowFleet;

/// <summary>Cohorts of the fleet with their fade, and the fade of each battery.</summary>
/// <param name="By">What makes a cohort.</param>
/// <param name="Batteries">Batteries with a state of health.</param>
/// <param name="WithFade">Of these, batteries whose fade is known with an interval.</param>
/// <param name="MeanFadePer100Cycles">Mean of the fleet, % per 100 cycles; absent without any fade.</param>
/// <param name="WithinCohorts">Standard deviation of true rates within a cohort.</param>
/// <param name="BetweenCohorts">Standard deviation of true means between cohorts.</param>
/// <param name="Cohorts">The cohorts.</param>
/// <param name="Rates">The batteries.</param>
/// <param name="Method">How the rates are drawn.</param>
internal sealed record CohortResource(
    string By, int Batteries, int WithFade, double? MeanFadePer100Cycles, double? WithinCohorts, double? BetweenCohorts, IReadOnlyList<CohortHealth> Cohorts, IReadOnlyList<MemberRate> Rates, string Method)
{
    /// <summary>How it is computed, in words.</summary>
    public const string MethodText = "Fade since new in % of the rated capacity per 100 cycles, with the standard deviation that its intervals say. Empirical Bayes in two levels (battery, cohort, fleet): variances by Paule and Mandel, intervals of 95 % by Student's t with Morris's allowance for the weights. Drift: self-starting cumulative sum in both directions, one false alarm in 1,000 batteries of a cohort; population stability index against the rest of the fleet.";

    /// <summary>Shows an analysis.</summary>
    public static CohortResource Of(CohortKey key, FleetAnalysis analysis, int limit) => new(
        key.ToString().ToLowerInvariant(), analysis.Members.Count, analysis.Rates.Count, analysis.Spread?.Mean, analysis.Spread?.Within, analysis.Spread?.Between,
        analysis.Cohorts, [.. analysis.Rates.Take(limit)], MethodText);
}
