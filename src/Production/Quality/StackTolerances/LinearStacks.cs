using Voltloop.Core.Problems;
using Voltloop.Kernels.Tolerances;

namespace Voltloop.Quality.StackTolerances;

/// <summary>Stacks along a line, where a row may be the result of another stack: cell, module, pack.</summary>
internal sealed class LinearStacks
{
    /// <summary>Most contributors of a stack once the stacks in it are laid out.</summary>
    public const int MaxParts = 2_000;

    /// <summary>Most that one row may stand for.</summary>
    public const int MaxCount = 10_000;

    private const string Only = "result";
    private readonly StackRows _rows;
    private readonly Dictionary<string, NamedStack> _done = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    private LinearStacks(StackRows rows) => _rows = rows;

    /// <summary>The stacks of a table, in its order.</summary>
    /// <exception cref="ProblemException">A stack is part of itself, or a value breaks its bounds.</exception>
    public static IReadOnlyList<NamedStack> Read(StackRows rows)
    {
        var reader = new LinearStacks(rows);
        var names = Enumerable.Range(0, rows.Count).Select(row => rows.Text(row, "stack") ?? Only).Distinct(StringComparer.Ordinal);
        return [.. names.Select(reader.Stack)];
    }

    private NamedStack Stack(string name)
    {
        if (_done.TryGetValue(name, out var known)) return known;
        if (_open.Contains(name, StringComparer.Ordinal)) throw new ProblemException(QualityProblems.CyclicStack, $"The stack \"{name}\" is part of itself: {string.Join(" in ", _open.Append(name).Reverse())}.", name);
        _open.Add(name);
        int[] own = [.. Enumerable.Range(0, _rows.Count).Where(row => (_rows.Text(row, "stack") ?? Only) == name)];
        if (own.Length == 0) throw new ProblemException(CommonProblems.NotFound, $"There is no stack \"{name}\".", name);
        StackPart[] parts = [.. own.SelectMany(Parts)];
        if (parts.Length > MaxParts) throw new ProblemException(CommonProblems.LimitExceeded, $"The stack \"{name}\" has {parts.Length} contributors; the limit LinearStacks.MaxParts is {MaxParts}.", name);
        _open.RemoveAt(_open.Count - 1);
        return _done[name] = new NamedStack(name, parts);
    }

    private IEnumerable<StackPart> Parts(int row)
    {
        var (name, sensitivity, count) = (_rows.Text(row, "name") ?? $"row {row + 1}", _rows.Number(row, "sensitivity", 1), Counted(row));
        if (_rows.Text(row, "distribution") is { } words && words.StartsWith("stack ", StringComparison.Ordinal)) return [.. Stack(words["stack ".Length..].Trim()).Parts.Select(part => part.Within(name, sensitivity, count))];
        var dimension = Dimension.Read(_rows, row, _rows.Number(row, "nominal"));
        return [Costed(row, new Contributor(name, dimension.Variation, sensitivity, count) { Middle = dimension.Middle, Half = dimension.Half })];
    }

    private StackPart Costed(int row, Contributor of)
    {
        var (cost, power) = (_rows.Number(row, "cost"), _rows.Number(row, "power", 1));
        if (double.IsNaN(cost)) return new StackPart(of);
        var (smallest, largest) = (_rows.Number(row, "smallest", 0), _rows.Number(row, "largest", double.PositiveInfinity));
        if (cost <= 0 || power is not (> 0 and <= 10)) throw new ProblemException(CommonProblems.InvalidValue, "A cost is above 0, its power above 0 and at most 10.", _rows.Place(row));
        if (smallest < 0 || smallest > largest) throw new ProblemException(QualityProblems.NegativeWidth, "The smallest half width is 0 or more and not above the largest.", _rows.Place(row));
        return new StackPart(of, cost, power) { Range = (smallest, largest) };
    }

    private int Counted(int row)
    {
        var count = _rows.Number(row, "count", 1);
        return count is >= 1 and <= MaxCount && count == Math.Floor(count) ? (int)count : throw new ProblemException(CommonProblems.InvalidValue, $"A count is a whole number from 1 to {MaxCount}.", _rows.Place(row));
    }
}
