using Voltloop.Kernels.LeastSquares;
using Voltloop.Kernels.Precision;

namespace Voltloop.Tests.Conformance.Quality;

/// <summary>The models of the non-linear data sets, as their files state them.</summary>
internal static class StrdNonlinearModels
{
    public static IReadOnlyDictionary<string, CurveModel> All { get; } = new Dictionary<string, CurveModel>(StringComparer.Ordinal)
    {
        ["Bennett5"] = (b, x) => b[0] * Dual.Pow(b[1] + x[0], -1.0 / b[2]),
        ["BoxBOD"] = (b, x) => b[0] * (1 - Dual.Exp(-b[1] * x[0])),
        ["Chwirut1"] = (b, x) => Dual.Exp(-b[0] * x[0]) / (b[1] + (b[2] * x[0])),
        ["Chwirut2"] = (b, x) => Dual.Exp(-b[0] * x[0]) / (b[1] + (b[2] * x[0])),
        ["DanWood"] = (b, x) => b[0] * Dual.Pow(x[0], b[1]),
        ["ENSO"] = (b, x) => b[0] + (b[1] * Math.Cos(2 * Math.PI * x[0] / 12)) + (b[2] * Math.Sin(2 * Math.PI * x[0] / 12)) + Wave(b[3..6], x[0]) + Wave(b[6..9], x[0]),
        ["Eckerle4"] = (b, x) => b[0] / b[1] * Dual.Exp(-0.5 * Square((x[0] - b[2]) / b[1])),
        ["Gauss1"] = Gauss, ["Gauss2"] = Gauss, ["Gauss3"] = Gauss,
        ["Hahn1"] = (b, x) => Polynomial(b[..4], x[0]) / (1 + (x[0] * Polynomial(b[4..], x[0]))),
        ["Kirby2"] = (b, x) => Polynomial(b[..3], x[0]) / (1 + (x[0] * Polynomial(b[3..], x[0]))),
        ["Lanczos1"] = Lanczos, ["Lanczos2"] = Lanczos, ["Lanczos3"] = Lanczos,
        ["MGH09"] = (b, x) => b[0] * ((x[0] * x[0]) + (x[0] * b[1])) / ((x[0] * x[0]) + (x[0] * b[2]) + b[3]),
        ["MGH10"] = (b, x) => b[0] * Dual.Exp(b[1] / (x[0] + b[2])),
        ["MGH17"] = (b, x) => b[0] + (b[1] * Dual.Exp(-x[0] * b[3])) + (b[2] * Dual.Exp(-x[0] * b[4])),
        ["Misra1a"] = (b, x) => b[0] * (1 - Dual.Exp(-b[1] * x[0])),
        ["Misra1b"] = (b, x) => b[0] * (1 - Dual.Pow(1 + (b[1] * x[0] / 2), -2)),
        ["Misra1c"] = (b, x) => b[0] * (1 - Dual.Pow(1 + (2 * b[1] * x[0]), -0.5)),
        ["Misra1d"] = (b, x) => b[0] * b[1] * x[0] / (1 + (b[1] * x[0])),
        ["Nelson"] = (b, x) => b[0] - (b[1] * x[0] * Dual.Exp(-b[2] * x[1])),
        ["Rat42"] = (b, x) => b[0] / (1 + Dual.Exp(b[1] - (b[2] * x[0]))),
        ["Rat43"] = (b, x) => b[0] / Dual.Pow(1 + Dual.Exp(b[1] - (b[2] * x[0])), 1 / b[3]),
        ["Roszman1"] = (b, x) => b[0] - (b[1] * x[0]) - (Dual.Atan(b[2] / (x[0] - b[3])) / Math.PI),
        ["Thurber"] = (b, x) => Polynomial(b[..4], x[0]) / (1 + (x[0] * Polynomial(b[4..], x[0]))),
    };

    private static Dual Gauss(ReadOnlySpan<Dual> b, ReadOnlySpan<double> x) =>
        (b[0] * Dual.Exp(-b[1] * x[0])) + (b[2] * Dual.Exp(-Square((x[0] - b[3]) / b[4]))) + (b[5] * Dual.Exp(-Square((x[0] - b[6]) / b[7])));

    private static Dual Lanczos(ReadOnlySpan<Dual> b, ReadOnlySpan<double> x) =>
        (b[0] * Dual.Exp(-b[1] * x[0])) + (b[2] * Dual.Exp(-b[3] * x[0])) + (b[4] * Dual.Exp(-b[5] * x[0]));

    /// <summary>The same in double-double.</summary>
    public static DoubleDouble Lanczos(ReadOnlySpan<DoubleDouble> b, ReadOnlySpan<DoubleDouble> x) =>
        (b[0] * DoubleDouble.Exp(-b[1] * x[0])) + (b[2] * DoubleDouble.Exp(-b[3] * x[0])) + (b[4] * DoubleDouble.Exp(-b[5] * x[0]));

    private static Dual Wave(ReadOnlySpan<Dual> b, double x) => (b[1] * Dual.Cos(2 * Math.PI * x / b[0])) + (b[2] * Dual.Sin(2 * Math.PI * x / b[0]));

    private static Dual Square(Dual a) => a * a;

    private static Dual Polynomial(ReadOnlySpan<Dual> b, double x)
    {
        Dual sum = 0;
        for (var i = b.Length - 1; i >= 0; i--) sum = (sum * x) + b[i];
        return sum;
    }
}
