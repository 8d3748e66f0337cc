using Voltloop.Tracing.CheckKeyEvents;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>What reads events for the fold.</summary>
/// <param name="Facts">Works out facts of a thing.</param>
/// <param name="Lookup">Knows key events.</param>
/// <param name="Recycling">Walks along recycling.</param>
internal sealed record FoldTools(FactReader Facts, KeyEventLookup Lookup, RecyclingWalk Recycling);
