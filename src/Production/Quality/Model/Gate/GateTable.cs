using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Quality.Model.Gate;

/// <summary>What is known of units when they reach a gate.</summary>
/// <param name="Features">One row per unit, one column per feature.</param>
/// <param name="Names">Name of each feature.</param>
/// <param name="Outcome">What was measured later, one per unit; NaN where it is not known yet.</param>
/// <param name="Groups">Group of each unit (protocol, batch, day): units of one group are left out together.</param>
internal sealed record GateTable(Matrix Features, IReadOnlyList<string> Names, double[] Outcome, int[] Groups)
{
    /// <summary>The units whose outcome is known.</summary>
    public GateTable Known => Rows([.. Places.Where(i => !double.IsNaN(Outcome[i]))]);

    /// <summary>The units whose outcome is to be predicted.</summary>
    public int[] Open => [.. Places.Where(i => double.IsNaN(Outcome[i]))];

    private IEnumerable<int> Places => Enumerable.Range(0, Outcome.Length);

    /// <summary>Some of the units.</summary>
    public GateTable Rows(int[] rows) => this with { Features = Features.TakeRows(rows), Outcome = Array.ConvertAll(rows, i => Outcome[i]), Groups = Array.ConvertAll(rows, i => Groups[i]) };

    /// <summary>Only the first features: what is known up to a stage.</summary>
    public GateTable First(int columns)
    {
        var fewer = new Matrix(Features.Rows, columns);
        for (var i = 0; i < fewer.Rows; i++) Features.Row(i)[..columns].CopyTo(fewer.Row(i));
        return this with { Features = fewer, Names = [.. Names.Take(columns)] };
    }
}
