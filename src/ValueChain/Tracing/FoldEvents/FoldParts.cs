namespace Voltloop.Tracing.FoldEvents;

/// <summary>What a run of the fold works with.</summary>
/// <param name="Access">The record.</param>
/// <param name="Folder">Folds a page.</param>
/// <param name="Plain">Events that need not be read.</param>
internal sealed record FoldParts(FoldAccess Access, EventFolder Folder, PlainRanges Plain);
