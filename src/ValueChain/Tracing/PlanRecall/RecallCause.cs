using Voltloop.Kernels.Lineage;

namespace Voltloop.Tracing.PlanRecall;

/// <summary>What is at fault: a thing, lot or roll, or a stretch of a roll.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Stretch">Which metres; <c>null</c> for all of it.</param>
internal sealed record RecallCause(string Id, CoilInterval? Stretch);
