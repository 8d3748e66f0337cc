using Voltloop.Core.Problems;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Asks along the chain.</summary>
internal sealed record WalkRequest
{
    /// <summary>EPC, lot or class, as the own events name it.</summary>
    public string? Id { get; init; }

    /// <summary><c>up</c> or <c>down</c>.</summary>
    public string? Direction { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Goes on from organisation to organisation; otherwise only the next one is asked.</summary>
    public bool? Across { get; init; }

    /// <summary>Asks again also where a kept answer is still good.</summary>
    public bool? Fresh { get; init; }

    /// <summary>The question for the first thing.</summary>
    /// <exception cref="ProblemException">Something is missing or no such word.</exception>
    public ChainQuestion Question() => string.IsNullOrWhiteSpace(Id)
        ? throw new ProblemException(CommonProblems.BadRequest, "Say what is asked about.", "id")
        : new ChainQuestion(ChainNames.Canonical(Id), ChainWords.Direction(Direction ?? "up"), ChainWords.Purpose(Purpose));
}
