namespace Voltloop.Health.GradeSecondLife;

/// <summary>What the form of the grading bench works with.</summary>
/// <param name="Bench">Grades and keeps reports.</param>
/// <param name="Keeper">States them in the record.</param>
internal sealed record GradingTools(GradingBench Bench, GradeKeeper Keeper);
