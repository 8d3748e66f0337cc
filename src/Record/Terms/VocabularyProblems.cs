using Voltloop.Core.Problems;

namespace Voltloop.Record.Terms;

/// <summary>Named errors of the vocabulary.</summary>
public static class VocabularyProblems
{
    /// <summary>A table of the vocabulary, or of a mapping to it, cannot be used.</summary>
    public static readonly ProblemKind BadTable = new("bad-table", "A table of the vocabulary cannot be used.", 500, 2);
}
