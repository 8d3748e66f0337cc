using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Kernels.Gauge;

/// <summary>Gauge studies: variance components and the range method.</summary>
public static class GaugeStudy
{
    /// <summary>Interaction counts when it is this improbable by chance (AIAG pools above it).</summary>
    public const double PoolAbove = 0.25;

    /// <summary>Components of a crossed study.</summary>
    /// <param name="table">Table of variance.</param>
    /// <param name="repeats">Repeats of each part by each appraiser.</param>
    /// <param name="pooled">Whether the interaction was taken as repeatability.</param>
    public static GaugeSpread Crossed(CrossedVariance table, int repeats, out bool pooled)
    {
        var (parts, appraisers) = (table.Part.Degrees + 1, table.Appraiser.Degrees + 1);
        var test = table.InteractionTest();
        pooled = double.IsNaN(test.Probability) || test.Probability > PoolAbove;
        var rest = pooled ? (table.Interaction.Squares + table.Repeat.Squares) / (table.Interaction.Degrees + table.Repeat.Degrees) : table.Repeat.Mean;
        var against = pooled ? rest : table.Interaction.Mean;
        var interaction = pooled ? 0 : Math.Max(0, (table.Interaction.Mean - table.Repeat.Mean) / repeats);
        var appraiser = Math.Max(0, (table.Appraiser.Mean - against) / (parts * repeats));
        return new GaugeSpread(Math.Sqrt(rest), Math.Sqrt(appraiser + interaction), Math.Sqrt(Math.Max(0, (table.Part.Mean - against) / (appraisers * repeats))));
    }

    /// <summary>The range method (average and range of AIAG), with computed constants.</summary>
    /// <param name="values">By part, appraiser, repeat; 2 or more repeats.</param>
    public static GaugeSpread ByRanges(double[,,] values)
    {
        var (p, a, r) = (values.GetLength(0), values.GetLength(1), values.GetLength(2));
        double[] Cell(int i, int j) => [.. Enumerable.Range(0, r).Select(k => values[i, j, k])];
        var range = Enumerable.Range(0, p).SelectMany(i => Enumerable.Range(0, a).Select(j => Subgroup.Range(Cell(i, j)))).Average();
        double[] appraisers = [.. Enumerable.Range(0, a).Select(j => Enumerable.Range(0, p).Average(i => Cell(i, j).Average()))];
        double[] parts = [.. Enumerable.Range(0, p).Select(i => Enumerable.Range(0, a).Average(j => Cell(i, j).Average()))];
        var equipment = range / RangeConstants.D2(r);
        var between = Subgroup.Range(appraisers) / OneRange(a);
        var appraiser = Math.Sqrt(Math.Max(0, (between * between) - (equipment * equipment / (p * r))));
        return new GaugeSpread(equipment, appraiser, Subgroup.Range(parts) / OneRange(p));
    }

    /// <summary>Components of a study in which each appraiser has parts of their own: destructive tests.</summary>
    /// <param name="values">By appraiser, part of that appraiser, repeat.</param>
    public static (GaugeSpread Spread, VarianceRow[] Table) Nested(double[,,] values)
    {
        var (a, p, r) = (values.GetLength(0), values.GetLength(1), values.GetLength(2));
        double[] Cell(int i, int j) => [.. Enumerable.Range(0, r).Select(k => values[i, j, k])];
        double[][] parts = [.. Enumerable.Range(0, a).Select(i => Enumerable.Range(0, p).Select(j => Cell(i, j).Average()).ToArray())];
        var appraiser = new VarianceRow("appraiser", p * r * Subgroup.Squares([.. parts.Select(own => own.Average())]), a - 1);
        var part = new VarianceRow("part of an appraiser", r * parts.Sum(own => Subgroup.Squares(own)), a * (p - 1));
        var repeat = new VarianceRow("repeat", Enumerable.Range(0, a).Sum(i => Enumerable.Range(0, p).Sum(j => Subgroup.Squares(Cell(i, j)))), a * p * (r - 1));
        var spread = new GaugeSpread(
            Math.Sqrt(repeat.Mean), Math.Sqrt(Math.Max(0, (appraiser.Mean - part.Mean) / (p * r))), Math.Sqrt(Math.Max(0, (part.Mean - repeat.Mean) / r)));
        return (spread, [appraiser, part, repeat]);
    }

    // Mean of a single range squared (d2* of Duncan), for few groups.
    private static double OneRange(int size) => Math.Sqrt(Math.Pow(RangeConstants.D2(size), 2) + Math.Pow(RangeConstants.D3(size), 2));
}
