namespace Voltloop.Kernels.Multivariate;

/// <summary>Turns each row into one or two figures that grow when the row departs from what is usual.</summary>
public interface IRowMonitor
{
    /// <summary>Names of the figures, in the words of the field.</summary>
    IReadOnlyList<string> Statistics { get; }

    /// <summary>A list for each figure, a value for each row; NaN where it cannot be had: a missing value, or too few rows before.</summary>
    double[][] Score(IReadOnlyList<double[]> rows);

    /// <summary>What each variable contributes to a figure of one row; the sum is the figure. Empty where the figure is NaN.</summary>
    /// <param name="rows">All rows, since some figures remember.</param>
    /// <param name="row">The row.</param>
    /// <param name="statistic">Place of the figure.</param>
    double[] Contributions(IReadOnlyList<double[]> rows, int row, int statistic);
}
