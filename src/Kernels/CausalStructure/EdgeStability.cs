using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CausalStructure;

/// <summary>How often an edge is found again in halves of the rows, drawn at random (Meinshausen and Bühlmann, J. R. Stat. Soc. B 72 (2010) 417). Halves find less than the whole, so that 1 is strong and 0.5 is not weak.</summary>
public static class EdgeStability
{
    /// <summary>The share of halves in which each pair is joined, by [x, y] with x below y.</summary>
    /// <param name="columns">Columns of one length, none constant.</param>
    /// <param name="tiers">Station of each variable.</param>
    /// <param name="settings">Levels, depth and search of the whole.</param>
    /// <param name="draw">How many halves, from which seed.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Matrix Of(IReadOnlyList<double[]> columns, IReadOnlyList<int> tiers, StructureSettings settings, (int Halves, int Seed) draw, CancellationToken cancellation = default)
    {
        var (random, rows, found) = (new Random(draw.Seed), Enumerable.Range(0, columns[0].Length).ToArray(), new Matrix(columns.Count, columns.Count));
        var drawn = 0;
        for (var half = 0; half < draw.Halves; half++)
        {
            random.Shuffle(rows);
            var taken = rows.AsMemory(0, rows.Length / 2);
            double[][] part = [.. columns.Select(column => Take(column, taken.Span))];
            if (part.Any(column => column.Max() <= column.Min())) continue;
            drawn++;
            var structure = LearnedStructure.Learn((CorrelationMatrix.Of(part), taken.Length), tiers, settings, cancellation);
            foreach (var edge in structure.Edges) found[Math.Min(edge.From, edge.To), Math.Max(edge.From, edge.To)]++;
        }

        for (var x = 0; x < found.Rows; x++) for (var y = 0; y < found.Columns; y++) found[x, y] = drawn == 0 ? double.NaN : found[x, y] / drawn;
        return found;
    }

    private static double[] Take(double[] column, ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++) taken[i] = column[rows[i]];
        return taken;
    }
}
