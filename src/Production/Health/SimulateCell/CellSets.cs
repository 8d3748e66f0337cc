using Voltloop.Core.Problems;
using Voltloop.Kernels.CellModel;

namespace Voltloop.Health.SimulateCell;

/// <summary>The parameter sets that ship with the program.</summary>
internal static class CellSets
{
    /// <summary>All sets.</summary>
    public static IReadOnlyList<CellParameters> All { get; } = [Chen2020.Parameters];

    /// <summary>A set by its name.</summary>
    /// <exception cref="ProblemException">There is none of that name.</exception>
    public static CellParameters Find(string? name) => All.FirstOrDefault(set => string.Equals(set.Name, string.IsNullOrWhiteSpace(name) ? All[0].Name : name.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new ProblemException(CommonProblems.InvalidValue, $"There are no parameters \"{name}\".", "parameters", $"There are: {string.Join(", ", All.Select(set => set.Name))}.");
}
