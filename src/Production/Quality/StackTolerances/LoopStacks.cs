using Voltloop.Core.Problems;
using Voltloop.Kernels.Tolerances;

namespace Voltloop.Quality.StackTolerances;

/// <summary>Stacks that closed loops of vectors make: a stack for each variable that follows from the others.</summary>
internal sealed class LoopStacks
{
    /// <summary>Most vectors of all loops.</summary>
    public const int MaxVectors = 60;

    /// <summary>Name of the entry that holds what does not vary.</summary>
    public const string Still = "the closure itself";

    private const double Degree = Math.PI / 180;
    private readonly List<(string Name, Dimension? Known, double Start, double Unit)> _variables = [];
    private readonly Dictionary<string, int> _lengths = new(StringComparer.Ordinal);
    private readonly StackRows _rows;

    private LoopStacks(StackRows rows) => _rows = rows;

    /// <summary>The stacks of a table of vectors.</summary>
    /// <exception cref="ProblemException">The loops do not close, leave something free, or a value breaks its bounds.</exception>
    public static IReadOnlyList<NamedStack> Read(StackRows rows)
    {
        if (rows.Count > MaxVectors) throw new ProblemException(CommonProblems.LimitExceeded, $"There are {rows.Count} vectors; the limit LoopStacks.MaxVectors is {MaxVectors}.", "loop");
        var reader = new LoopStacks(rows);
        string[] names = [.. Enumerable.Range(0, rows.Count).Select(row => rows.Text(row, "loop") ?? "loop").Distinct(StringComparer.Ordinal)];
        LoopVector[] vectors = [.. Enumerable.Range(0, rows.Count).Select(row => reader.Vector(row, Array.IndexOf(names, rows.Text(row, "loop") ?? "loop")))];
        return reader.Closed(new VectorLoops(vectors, rows.Has("elevation")));
    }

    private NamedStack[] Closed(VectorLoops loops)
    {
        int[] unknowns = [.. Enumerable.Range(0, _variables.Count).Where(i => _variables[i].Known is null)];
        if (unknowns.Length != loops.Equations) throw new ProblemException(QualityProblems.UnsolvableStack, $"The loops have {loops.Equations} equations and {unknowns.Length} unknowns; there must be as many.", "unknown", "Name what follows from the closure in the column unknown: length, angle or length angle.");
        var values = _variables.Select(one => one.Start).ToArray();
        var slopes = loops.Close(values, unknowns) ?? throw new ProblemException(QualityProblems.UnsolvableStack, "The loops do not close, or a closure is singular: an unknown can move without any other.", "unknown");
        return [.. unknowns.Select((unknown, i) => Stack(unknown, values[unknown], slopes[i]))];
    }

    private NamedStack Stack(int unknown, double value, double[] slopes)
    {
        var (name, _, _, unit) = _variables[unknown];
        var parts = Enumerable.Range(0, _variables.Count).Where(j => slopes[j] != 0 && _variables[j].Known is { Half: > 0 } or { Variation.Sigma: > 0 })
            .Select(j => (Of: _variables[j], Slope: slopes[j] * _variables[j].Unit / unit)).ToArray();
        // What does not vary stands in one entry, so that the middle is the solution of the loop and not of its tangent.
        var rest = (value / unit) - parts.Sum(part => part.Slope * part.Of.Known!.Middle);
        var still = new Contributor(Still, Variation.Normal(rest, 0)) { Middle = rest };
        return new NamedStack(name, [.. parts.Select(part => new StackPart(new Contributor(part.Of.Name, part.Of.Known!.Variation, part.Slope) { Middle = part.Of.Known.Middle, Half = part.Of.Known.Half })), new StackPart(still)]);
    }

    private LoopVector Vector(int row, int loop)
    {
        var name = _rows.Text(row, "name") ?? $"row {row + 1}";
        var unknown = (_rows.Text(row, "unknown") ?? "").Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries);
        if (unknown.Except(["length", "angle", "elevation"], StringComparer.Ordinal).Any()) throw new ProblemException(CommonProblems.InvalidValue, $"\"{_rows.Text(row, "unknown")}\" is no unknown.", _rows.Place(row), "Use length, angle, elevation, or two of them.");
        // The same vector may stand in several loops: its length is one variable.
        if (!_lengths.TryGetValue(name, out var length)) length = _lengths[name] = Add($"{name} length", unknown.Contains("length"), Dimension.Read(_rows, row, _rows.Required(row, "length")), 1);
        return new LoopVector(loop, length, Angle(row, name, "angle", unknown), Angle(row, name, "elevation", unknown));
    }

    private int Angle(int row, string name, string column, string[] unknown) =>
        Add($"{name} {column} (°)", unknown.Contains(column), Dimension.Read(_rows, row, _rows.Number(row, column, 0), column + "_"), Degree);

    private int Add(string name, bool unknown, Dimension read, double unit)
    {
        _variables.Add((name, unknown ? null : read, read.Middle * unit, unit));
        return _variables.Count - 1;
    }
}
