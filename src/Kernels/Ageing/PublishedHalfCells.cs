namespace Voltloop.Kernels.Ageing;

/// <summary>
/// Open-circuit potentials of the electrodes of an LG M50 cell as functions of their lithiation: Chen, Brosa Planella, O'Regan,
/// Gastol, Widanage and Kendrick, J. Electrochem. Soc. 167 (2020) 080534. Valid for NMC811 from 0.26 to 0.92 and for
/// graphite with silicon oxide from 0.02 to 0.92; other electrodes have other curves.
/// </summary>
public static class PublishedHalfCells
{
    private const int Points = 400;

    /// <summary>NMC811.</summary>
    public static HalfCell Nmc811 { get; } = Table((0.24, 1.0), y =>
        (-0.8090 * y) + 4.4875 - (0.0428 * Math.Tanh(18.5138 * (y - 0.5542))) - (17.7326 * Math.Tanh(15.7890 * (y - 0.3117))) + (17.5842 * Math.Tanh(15.9308 * (y - 0.3120))));

    /// <summary>Graphite with silicon oxide.</summary>
    public static HalfCell GraphiteSilicon { get; } = Table((0.002, 1.0), x =>
        (1.9793 * Math.Exp(-39.3631 * x)) + 0.2482 - (0.0909 * Math.Tanh(29.8538 * (x - 0.1234))) - (0.04478 * Math.Tanh(14.9159 * (x - 0.2769))) - (0.0205 * Math.Tanh(30.4444 * (x - 0.6103))));

    private static HalfCell Table((double From, double To) range, Func<double, double> volt)
    {
        double[] at = [.. Enumerable.Range(0, Points + 1).Select(i => range.From + ((range.To - range.From) * i / Points))];
        return new HalfCell(at, Array.ConvertAll(at, x => volt(x)));
    }
}
