using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Modules of cells of one type and grade.</summary>
/// <param name="Type">Type.</param>
/// <param name="Grade">Grade.</param>
/// <param name="Modules">Names of the cells of each module.</param>
/// <param name="Mismatch">Share of capacity and resistance lost to differences, %.</param>
/// <param name="Bound">No grouping of these cells loses less, %.</param>
/// <param name="AsArrived">The same for the order of arrival, %.</param>
internal sealed record GradedModules(string Type, Grade Grade, IReadOnlyList<string[]> Modules, double Mismatch, double Bound, double AsArrived);
