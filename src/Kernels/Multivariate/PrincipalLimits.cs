using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Limits of T² and SPE of a model of principal components, for independent normal rows.</summary>
public static class PrincipalLimits
{
    /// <summary>Limit of T² for new rows: a(m-1)(m+1)/(m(m-a)) times a quantile of F(a, m-a).</summary>
    /// <param name="model">The model.</param>
    /// <param name="tail">Probability of a false alarm of one row.</param>
    public static double T2(PrincipalModel model, double tail) => HotellingLimits.PhaseTwo(model.Reference.Rows, model.Components, tail);

    /// <summary>Limit of SPE from the variances left outside of the model (Jackson and Mudholkar, Technometrics 21, 1979); 0 where nothing is left.</summary>
    /// <inheritdoc cref="T2" path="/param"/>
    public static double Spe(PrincipalModel model, double tail)
    {
        var (first, second, third) = (0.0, 0.0, 0.0);
        foreach (var left in model.Variances.Skip(model.Components)) (first, second, third) = (first + left, second + (left * left), third + (left * left * left));
        if (!(first > 0)) return 0;
        var power = 1 - (2 * first * third / (3 * second * second));
        // A power near zero is the limit of logarithms; variances that are equal never come there.
        var inner = (Normal.UpperQuantile(tail) * Math.Sqrt(2 * second * power * power) / first) + 1 + (second * power * (power - 1) / (first * first));
        return first * Math.Pow(Math.Max(0, inner), 1 / power);
    }
}
