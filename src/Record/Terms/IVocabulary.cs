using Voltloop.Core.Problems;

namespace Voltloop.Record.Terms;

/// <summary>The terms that statements may use.</summary>
public interface IVocabulary
{
    /// <summary>All terms, in the order they are shown in.</summary>
    IReadOnlyList<Term> Terms { get; }

    /// <summary>The term, or <c>null</c>.</summary>
    Term? Find(string id);

    /// <summary>The term.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.UnknownTerm"/>.</exception>
    Term Get(string id) => Find(id) ?? throw new ProblemException(CommonProblems.UnknownTerm, $"\"{id}\" is not in the vocabulary.");
}
