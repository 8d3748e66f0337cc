using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;
using Voltloop.Kernels.Robust;

namespace Voltloop.Health.BenchmarkMethods.Tbsi;

/// <summary>
/// The median life at the temperature, moved by how the fade of the cell deviates from that of the others there: a ridge over all
/// temperatures, each centred on itself. Its penalty, infinite included, is found by leaving out the known cells one by one.
/// </summary>
internal static class TbsiDeviation
{
    private static readonly double[] Penalties = [1, 3, 10, 30, 100, double.PositiveInfinity];

    /// <summary>Life of a cell of which some cycles are known, from others whose lives are known.</summary>
    public static double Predict(TbsiCell cell, IReadOnlyList<TbsiCell> others, int known)
    {
        var penalty = Penalties.MinBy(one => others.Sum(left => Math.Abs((Predict(left, [.. others.Where(other => other != left)], (known, one)) / left.Life) - 1)));
        return Predict(cell, others, (known, penalty));
    }

    private static double Predict(TbsiCell cell, IReadOnlyList<TbsiCell> others, (int Known, double Penalty) by)
    {
        TbsiCell[] alike = [.. others.Where(other => other.Temperature == cell.Temperature)];
        var middle = Median.Of([.. alike.Select(one => Math.Log(one.Life))]);
        if (double.IsInfinity(by.Penalty)) return Math.Exp(middle);
        var (table, target) = Centred(others, by.Known);
        var model = Standardized.Of(Ridge.With(by.Penalty))(table, target);
        var own = Features(cell, by.Known);
        double[] usual = [.. Enumerable.Range(0, own.Length).Select(j => Median.Of([.. alike.Select(one => Features(one, by.Known)[j])]))];
        return Math.Exp(middle + model.Predict([.. own.Zip(usual, (a, b) => a - b)]));
    }

    private static (Matrix Table, double[] Target) Centred(IReadOnlyList<TbsiCell> cells, int known)
    {
        var (rows, target) = (new List<double[]>(), new List<double>());
        foreach (var group in cells.GroupBy(cell => cell.Temperature))
        {
            double[][] features = [.. group.Select(cell => Features(cell, known))];
            var life = group.Average(cell => Math.Log(cell.Life));
            rows.AddRange(features.Select(one => one.Select((value, j) => value - features.Average(other => other[j])).ToArray()));
            target.AddRange(group.Select(cell => Math.Log(cell.Life) - life));
        }

        return (Matrix.OfRows(rows), [.. target]);
    }

    // Loss so far, its later half, its last fifty cycles.
    private static double[] Features(TbsiCell cell, int known)
    {
        var now = cell.Fade.At(known);
        return [1 - now, now - cell.Fade.At(known / 2), now - cell.Fade.At(known - 50)];
    }
}
