using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Commonality;

/// <summary>Bad and good units with and without a possible cause.</summary>
/// <param name="BadWith">Bad units with it.</param>
/// <param name="With">Units with it.</param>
/// <param name="Bad">Bad units.</param>
/// <param name="Total">All units of which is known whether they have it.</param>
public readonly record struct ContingencyTable(int BadWith, int With, int Bad, int Total)
{
    /// <summary>Units without it.</summary>
    public int Without => Total - With;

    /// <summary>Bad units without it.</summary>
    public int BadWithout => Bad - BadWith;

    /// <summary>Good units with it.</summary>
    public int GoodWith => With - BadWith;

    /// <summary>Good units without it.</summary>
    public int GoodWithout => Without - BadWithout;

    /// <summary>How bad units are distributed when the cause does nothing.</summary>
    public Hypergeometric Chance => new(Total, Bad, With);

    /// <summary>Probability of as many bad units with it or more by chance (Fisher, one-sided).</summary>
    public double Probability => Chance.Upper(BadWith);

    /// <summary>Bad share with it over bad share without it; half a unit is added to each count when one of them is 0.</summary>
    public double RiskRatio
    {
        get
        {
            var (a, n, c, m) = Counts;
            return a / n / (c / m);
        }
    }

    /// <summary>How much likelier the data are when the shares with and without it differ, as a natural logarithm; below 0 when the share with it is the smaller one.</summary>
    public double LogLikelihoodRatio
    {
        get
        {
            var ratio = Entropy(BadWith, With) + Entropy(BadWithout, Without) - Entropy(Bad, Total);
            return (double)BadWith * Without >= (double)BadWithout * With ? ratio : -ratio;
        }
    }

    private (double BadWith, double With, double BadWithout, double Without) Counts =>
        BadWith == 0 || BadWithout == 0 ? (BadWith + 0.5, With + 0.5, BadWithout + 0.5, Without + 0.5) : (BadWith, With, BadWithout, Without);

    /// <summary>Interval of the risk ratio by the normal distribution of its logarithm (Katz et al. 1978).</summary>
    /// <param name="level">Level, for example 0.95.</param>
    public (double Lower, double Upper) RiskRatioInterval(double level)
    {
        var (a, n, c, m) = Counts;
        var half = Normal.UpperQuantile((1 - level) / 2) * Math.Sqrt(Math.Max(0, (1 / a) - (1 / n) + (1 / c) - (1 / m)));
        return (RiskRatio * Math.Exp(-half), RiskRatio * Math.Exp(half));
    }

    private static double Entropy(int bad, int of) => Term(bad, of) + Term(of - bad, of);

    private static double Term(int count, int of) => count == 0 ? 0 : count * Math.Log((double)count / of);
}
