using Microsoft.AspNetCore.Http;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>What grading a battery on its record takes.</summary>
/// <param name="Grader">Grades and writes.</param>
/// <param name="Checks">Evidence of the routine checks.</param>
/// <param name="Request">Limits and costs.</param>
internal sealed record RecordGradingTools(RecordGrader Grader, [AsParameters] ChecksRequest Checks, [AsParameters] GradingRequest Request);
