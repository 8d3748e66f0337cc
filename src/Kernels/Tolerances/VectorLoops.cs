using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Tolerances;

/// <summary>
/// Closed loops of vectors: finds the variables that close them, and what these change by for each of the others
/// (direct linearisation, Chase, Gao and Magleby 1995).
/// </summary>
/// <param name="vectors">Vectors of all loops.</param>
/// <param name="spatial">Three equations a loop instead of two.</param>
public sealed class VectorLoops(IReadOnlyList<LoopVector> vectors, bool spatial)
{
    private const int MaxSteps = 100;
    private const double Singular = 1e-9;
    private const double Closed = 1e-11;

    private readonly int _axes = spatial ? 3 : 2;

    /// <summary>Equations of the loops: as many unknowns are needed.</summary>
    public int Equations => _axes * (vectors.Max(vector => vector.Loop) + 1);

    /// <summary>Closes the loops by Newton's method from the values given; <c>null</c> when they do not close or the closure is singular.</summary>
    /// <param name="values">Value of each variable; those of the unknowns are changed.</param>
    /// <param name="unknowns">Variables that follow, as many as <see cref="Equations"/>.</param>
    /// <returns>A row for each unknown: its change for a unit of each variable, 0 for unknowns.</returns>
    public double[][]? Close(double[] values, IReadOnlyList<int> unknowns)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(unknowns.Count, Equations);
        var size = values.Select(Math.Abs).Append(1e-300).Max();
        for (var step = 0; step < MaxSteps; step++)
        {
            var gap = Gap(values);
            if (gap.All(one => Math.Abs(one) <= Closed * size)) return Follow(values, unknowns);
            if (Inverse(Slopes(values, unknowns)) is not { } inverse) return null;
            for (var i = 0; i < gap.Length; i++) values[unknowns[i]] -= Dot.Of(inverse.Row(i), gap);
        }

        return null;
    }

    private double[][]? Follow(double[] values, IReadOnlyList<int> unknowns)
    {
        if (Inverse(Slopes(values, unknowns)) is not { } inverse) return null;
        int[] all = [.. Enumerable.Range(0, values.Length)];
        var slopes = Slopes(values, all);
        return [.. unknowns.Select((_, i) => Array.ConvertAll(all, j => unknowns.Contains(j) ? 0 : -Dot.Of(inverse.Row(i), slopes.Column(j))))];
    }

    private double[] Gap(double[] values)
    {
        var gap = new double[Equations];
        foreach (var vector in vectors)
        {
            var direction = Direction(values[vector.Azimuth], values[vector.Elevation]);
            for (var k = 0; k < _axes; k++) gap[(vector.Loop * _axes) + k] += values[vector.Length] * direction[k];
        }

        return gap;
    }

    private Matrix Slopes(double[] values, IReadOnlyList<int> by)
    {
        var all = new Matrix(Equations, values.Length);
        foreach (var vector in vectors)
        {
            var (length, azimuth, elevation) = (values[vector.Length], values[vector.Azimuth], values[vector.Elevation]);
            var direction = Direction(azimuth, elevation);
            double[] around = [-Math.Sin(azimuth) * Math.Cos(elevation), Math.Cos(azimuth) * Math.Cos(elevation), 0];
            double[] up = [-Math.Cos(azimuth) * Math.Sin(elevation), -Math.Sin(azimuth) * Math.Sin(elevation), Math.Cos(elevation)];
            for (var k = 0; k < _axes; k++)
            {
                var row = (vector.Loop * _axes) + k;
                all[row, vector.Length] += direction[k];
                all[row, vector.Azimuth] += length * around[k];
                all[row, vector.Elevation] += length * up[k];
            }
        }

        var wanted = new Matrix(Equations, by.Count);
        for (var i = 0; i < Equations; i++) for (var j = 0; j < by.Count; j++) wanted[i, j] = all[i, by[j]];
        return wanted;
    }

    private static double[] Direction(double azimuth, double elevation) =>
        [Math.Cos(azimuth) * Math.Cos(elevation), Math.Sin(azimuth) * Math.Cos(elevation), Math.Sin(elevation)];

    private static Matrix? Inverse(Matrix square) => SmallInverse.Of(square, Singular);
}
