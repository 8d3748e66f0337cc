using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>A regression of the logarithm of life (base 10) on features of a cell.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Features">The features.</param>
/// <param name="Fit">The way of fitting.</param>
internal sealed record LifeModel(string Name, Func<SeversonCell, double[]> Features, Fit Fit)
{
    /// <summary>Features of many cells, one row each.</summary>
    public Matrix Table(IEnumerable<SeversonCell> cells) => Matrix.OfRows([.. cells.Select(Features)]);

    /// <summary>Logarithms of lives.</summary>
    public static double[] Logs(IEnumerable<SeversonCell> cells) => [.. cells.Select(cell => Math.Log10(cell.Life))];
}
