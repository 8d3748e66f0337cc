using Voltloop.Record.Between;
using Voltloop.Record.Policies;

namespace Voltloop.Tracing.AskHolders;

/// <summary>What remains of questions and answers.</summary>
/// <param name="Store">Questions that came, answers that were got.</param>
/// <param name="Log">The access log.</param>
/// <param name="Clock">Clock.</param>
internal sealed record ChainTraces(IChainStore Store, IAccessLog Log, TimeProvider Clock);
