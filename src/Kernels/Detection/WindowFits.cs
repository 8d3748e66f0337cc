using Voltloop.Kernels.Packs;

namespace Voltloop.Kernels.Detection;

/// <summary>Cuts the residuals of a cell into windows and fits level and resistance in each, so that neither is taken for the other.</summary>
public static class WindowFits
{
    /// <summary>Fewest samples of a window that counts.</summary>
    public const int FewestSamples = 12;

    /// <summary>The windows of one cell, those with too few samples left out.</summary>
    public static WindowFit[] Of(double[] residual, PackReference reference, PackMatrix matrix, double window)
    {
        var fits = new List<WindowFit>();
        for (var from = 0; from < residual.Length;)
        {
            var to = from;
            while (to < residual.Length && matrix.Second[to] < matrix.Second[from] + window) to++;
            if (One((from, to), residual, reference, matrix) is { } fit) fits.Add(fit);
            from = to;
        }

        return [.. fits];
    }

    private static WindowFit? One((int From, int To) range, double[] residual, PackReference reference, PackMatrix matrix)
    {
        if (range.To - range.From < FewestSamples) return null;
        var (fit, steep) = (new SmallFit(2), 0.0);
        Span<double> regressors = stackalloc double[2];
        for (var i = range.From; i < range.To; i++)
        {
            regressors[0] = 1;
            regressors[1] = matrix.HasCurrent && double.IsFinite(matrix.Ampere[i]) ? matrix.Ampere[i] : 0;
            fit.Add(regressors, residual[i]);
            steep += reference.Steepness[i];
        }

        if (fit.Count < FewestSamples || fit.Solve() is not { } solved) return null;
        (double, double) Figure(int i) => (solved.Value[i], solved.Variance[i]);
        return new WindowFit(matrix.Second[range.From], matrix.Second[range.To - 1], Figure(0), Figure(1), steep / (range.To - range.From));
    }
}
