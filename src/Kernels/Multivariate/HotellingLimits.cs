using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Upper limits of Hotelling's T² for normal rows (Tracy, Young and Mason, Journal of Quality Technology 24, 1992; Ryan, Statistical Methods for Quality Improvement, 9).</summary>
public static class HotellingLimits
{
    /// <summary>Single rows that the mean and covariance come from (phase I): (m-1)²/m times a quantile of Beta(p/2, (m-p-1)/2).</summary>
    /// <param name="rows">Rows of the reference, m; above p + 1.</param>
    /// <param name="variables">Variables, p.</param>
    /// <param name="tail">Probability of a false alarm of one row.</param>
    public static double PhaseOne(int rows, int variables, double tail)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, variables + 2);
        return (rows - 1.0) * (rows - 1.0) / rows * Beta.UpperQuantile(tail, variables / 2.0, (rows - variables - 1) / 2.0);
    }

    /// <summary>New single rows (phase II): p(m+1)(m-1)/(m(m-p)) times a quantile of F(p, m-p).</summary>
    /// <inheritdoc cref="PhaseOne" path="/param"/>
    public static double PhaseTwo(int rows, int variables, double tail)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, variables + 1);
        double m = rows;
        return variables * (m + 1) * (m - 1) / (m * (m - variables)) * FisherF.UpperQuantile(tail, variables, m - variables);
    }

    /// <summary>Means of subgroups that the limits come from (phase I): p(m-1)(n-1)/(mn-m-p+1) times a quantile of F(p, mn-m-p+1).</summary>
    /// <param name="groups">Number m and size n of the subgroups.</param>
    /// <param name="variables">Variables, p.</param>
    /// <param name="tail">Probability of a false alarm of one subgroup.</param>
    public static double GroupsPhaseOne((int Number, int Size) groups, int variables, double tail) => OfGroups(groups, (variables, groups.Number - 1), tail);

    /// <summary>Means of new subgroups (phase II): the same with m+1 in place of m-1 before the quantile.</summary>
    /// <inheritdoc cref="GroupsPhaseOne" path="/param"/>
    public static double GroupsPhaseTwo((int Number, int Size) groups, int variables, double tail) => OfGroups(groups, (variables, groups.Number + 1), tail);

    private static double OfGroups((int Number, int Size) groups, (int Variables, int Factor) of, double tail)
    {
        var degrees = (groups.Number * (groups.Size - 1)) - of.Variables + 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return (double)of.Variables * of.Factor * (groups.Size - 1) / degrees * FisherF.UpperQuantile(tail, of.Variables, degrees);
    }
}
