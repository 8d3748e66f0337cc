using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Shrinkage;

/// <summary>
/// Rates of a fleet in cohorts, by empirical Bayes: members scatter around their cohort, cohorts around the fleet, both normally;
/// both variances are found from the data (Paule and Mandel), then every rate is drawn towards its cohort as far as its own
/// measurement is the weaker (Efron and Morris 1975; Gelman et al., Bayesian Data Analysis, 5.4). Intervals take Student's t with
/// the members that scatter was found from, and allow for the uncertainty of the weights (Morris 1983).
/// </summary>
public sealed class HierarchicalRates
{
    private const double Usual = 0.95;
    private readonly double _quantile95;

    private HierarchicalRates(IReadOnlyList<ShrunkRate> rates, IReadOnlyList<CohortRate> cohorts, int degrees)
    {
        (Rates, Cohorts, Degrees) = (rates, cohorts, degrees);
        _quantile95 = StudentT.Quantile(0.975, degrees);
    }

    /// <summary>Rate of each member, in the order given.</summary>
    public IReadOnlyList<ShrunkRate> Rates { get; }

    /// <summary>Mean of each cohort.</summary>
    public IReadOnlyList<CohortRate> Cohorts { get; }

    /// <summary>Standard deviation of true rates within a cohort.</summary>
    public double Within { get; private init; }

    /// <summary>Standard deviation of true means between cohorts.</summary>
    public double Between { get; private init; }

    /// <summary>Mean of the fleet.</summary>
    public double Mean { get; private init; }

    /// <summary>Degrees of freedom behind the scatter.</summary>
    public int Degrees { get; }

    /// <summary>Finds the rates.</summary>
    /// <param name="rates">Measured rates, one or more; cohorts are numbered without gaps.</param>
    public static HierarchicalRates Of(IReadOnlyList<RawRate> rates)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rates.Count);
        (double, double)[][] groups = [.. rates.GroupBy(rate => rate.Cohort).OrderBy(group => group.Key).Select(group => group.Select(rate => (rate.Value, rate.Deviation * rate.Deviation)).ToArray())];
        var within = Pooling.FindBetween(groups);
        (double Value, double Variance)[] means = [.. groups.Select(group => Pooling.With(group, within)).Select(mean => (mean.Mean, mean.Variance))];
        var between = Pooling.FindBetween([means]);
        var fleet = Pooling.With(means, between);
        CohortRate[] cohorts = [.. means.Select((mean, i) => Cohort(mean, groups[i].Length, fleet))];
        var degrees = Math.Max(1, rates.Count - groups.Length);
        return new HierarchicalRates([.. rates.Select(rate => Member(rate, cohorts[rate.Cohort], (within, degrees)))], cohorts, degrees)
        {
            Within = Math.Sqrt(within), Between = Math.Sqrt(between), Mean = fleet.Mean,
        };
    }

    /// <summary>Half of the interval around a rate or mean of this standard deviation.</summary>
    /// <param name="deviation">Standard deviation.</param>
    /// <param name="level">Level, for example 0.95.</param>
    public double Half(double deviation, double level) => (level.Equals(Usual) ? _quantile95 : StudentT.Quantile((1 + level) / 2, Degrees)) * deviation;

    private static CohortRate Cohort((double Value, double Variance) mean, int members, Pooling fleet)
    {
        var own = mean.Variance > 0 ? fleet.Between / (fleet.Between + mean.Variance) : 1;
        var value = fleet.Mean + own * (mean.Value - fleet.Mean);
        return new CohortRate(members, value, Math.Sqrt(own * mean.Variance + (1 - own) * (1 - own) * fleet.Variance));
    }

    private static ShrunkRate Member(RawRate rate, CohortRate cohort, (double Variance, int Degrees) within)
    {
        var variance = rate.Deviation * rate.Deviation;
        var own = within.Variance / (within.Variance + variance);
        var value = cohort.Value + own * (rate.Value - cohort.Value);
        var weight = 2.0 / within.Degrees * (1 - own) * (1 - own) * Math.Pow(rate.Value - cohort.Value, 2);
        return new ShrunkRate(value, Math.Sqrt(own * variance + (1 - own) * (1 - own) * cohort.Deviation * cohort.Deviation + weight), own);
    }
}
