namespace Voltloop.Tracing.AskHolders;

/// <summary>A chain as far as it is open.</summary>
/// <param name="Thing">Where it begins.</param>
/// <param name="Direction"><c>up</c> or <c>down</c>.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Places">Places from the beginning on; what lies behind one follows it, a level deeper.</param>
/// <param name="IsCut">True when the walk ended at one of its limits.</param>
internal sealed record ChainWalk(string Thing, string Direction, string Purpose, IReadOnlyList<WalkPlace> Places, bool IsCut);
