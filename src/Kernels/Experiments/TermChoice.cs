namespace Voltloop.Kernels.Experiments;

/// <summary>Chooses the terms that runs can tell apart.</summary>
public static class TermChoice
{
    private const double Follows = 1e-9;

    /// <summary>Keeps a term unless it follows from the constant and those kept before, or no run would be left for it.</summary>
    /// <param name="terms">Terms in the order of importance.</param>
    /// <param name="runs">Number of runs.</param>
    public static (IReadOnlyList<ModelTerm> Kept, IReadOnlyList<ModelTerm> Left) Of(IReadOnlyList<ModelTerm> terms, int runs)
    {
        List<double[]> basis = [Unit([.. Enumerable.Repeat(1.0, runs)])];
        var (kept, left) = (new List<ModelTerm>(), new List<ModelTerm>());
        foreach (var term in terms)
        {
            var rest = Rest(basis, Unit([.. term.Column.Select(value => (double)value)]));
            if (basis.Count >= runs || Length(rest) < Follows)
            {
                left.Add(term);
                continue;
            }

            basis.Add(Unit(rest));
            kept.Add(term);
        }

        return (kept, left);
    }

    // Twice, so that nothing of the basis is left by rounding.
    private static double[] Rest(List<double[]> basis, double[] vector)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var one in basis)
            {
                var part = LinearAlgebra.Dot.Of(one, vector);
                LinearAlgebra.Dot.Add(vector, -part, one);
            }
        }

        return vector;
    }

    private static double[] Unit(double[] vector) => Length(vector) is > 0 and var length ? Array.ConvertAll(vector, value => value / length) : vector;

    private static double Length(double[] vector) => Math.Sqrt(LinearAlgebra.Dot.Of(vector, vector));
}
