using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Gauge;

/// <summary>Variance of a study in which every appraiser measures every part as often (two-way random effects, balanced).</summary>
/// <param name="Part">Parts.</param>
/// <param name="Appraiser">Appraisers.</param>
/// <param name="Interaction">Parts with appraisers.</param>
/// <param name="Repeat">Repeats.</param>
public sealed record CrossedVariance(VarianceRow Part, VarianceRow Appraiser, VarianceRow Interaction, VarianceRow Repeat)
{
    /// <summary>Takes the sums apart.</summary>
    /// <param name="values">By part, appraiser, repeat: 2 or more of each of the first two, 1 or more repeats.</param>
    public static CrossedVariance Of(double[,,] values)
    {
        var (p, a, r) = (values.GetLength(0), values.GetLength(1), values.GetLength(2));
        var (parts, appraisers, cells, total) = (new double[p], new double[a], new double[p, a], 0.0);
        foreach (var (i, j, k) in Places(p, a, r))
        {
            var share = values[i, j, k] / r;
            (parts[i], appraisers[j], cells[i, j], total) = (parts[i] + (share / a), appraisers[j] + (share / p), cells[i, j] + share, total + (share / (p * a)));
        }

        var (squares, within) = (0.0, 0.0);
        foreach (var (i, j, k) in Places(p, a, r))
        {
            squares += Square(cells[i, j] - parts[i] - appraisers[j] + total);
            within += Square(values[i, j, k] - cells[i, j]);
        }

        return new CrossedVariance(
            new VarianceRow("part", a * r * parts.Sum(mean => Square(mean - total)), p - 1), new VarianceRow("appraiser", p * r * appraisers.Sum(mean => Square(mean - total)), a - 1),
            new VarianceRow("part × appraiser", squares, (p - 1) * (a - 1)), new VarianceRow("repeat", within, p * a * (r - 1)));
    }

    /// <summary>F of the interaction, and the probability of one as large by chance. NaN without repeats.</summary>
    public (double F, double Probability) InteractionTest()
    {
        var f = Interaction.Mean / Repeat.Mean;
        return (f, double.IsNaN(f) ? double.NaN : FisherF.Upper(f, Interaction.Degrees, Repeat.Degrees));
    }

    private static IEnumerable<(int Part, int Appraiser, int Repeat)> Places(int parts, int appraisers, int repeats)
    {
        for (var i = 0; i < parts; i++)
        {
            for (var j = 0; j < appraisers; j++)
            {
                for (var k = 0; k < repeats; k++) yield return (i, j, k);
            }
        }
    }

    private static double Square(double value) => value * value;
}
