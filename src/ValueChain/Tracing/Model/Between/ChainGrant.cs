using Voltloop.Core.Problems;

namespace Voltloop.Tracing.Model.Between;

/// <summary>
/// Opens a chain: a named party may ask this node, for one purpose, about a thing and about what follows from it in one
/// direction, to a depth, until a moment. It says nothing about other nodes: each opens its own part.
/// </summary>
/// <param name="Id">Name of the grant.</param>
/// <param name="Grantee">DID of the party.</param>
/// <param name="Thing">Where the chain begins, canonical.</param>
/// <param name="Direction">Which way it goes from there.</param>
/// <param name="Purpose">What for.</param>
internal sealed record ChainGrant(string Id, string Grantee, string Thing, ChainDirection Direction, string Purpose)
{
    /// <summary>Most steps that a grant opens.</summary>
    public const int MaxDepth = 8;

    /// <summary>How many steps may be asked: 1 opens the thing itself, 2 also what is next to it.</summary>
    public required int Depth { get; init; }

    /// <summary>First moment it holds (UTC).</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First moment it no longer holds (UTC); every grant ends.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Whether it opens the answer to a question about something that is so many steps from its beginning.</summary>
    /// <param name="asked">Who asks what, when.</param>
    /// <param name="reached">A thing from which the question's is reached, and in how many steps.</param>
    public bool Opens(AskCase asked, ReachedFrom reached) =>
        Grantee == asked.Asker && Thing == reached.Thing && Direction == asked.Question.Direction && Purpose == asked.Question.Purpose
        && reached.Steps < Depth && From <= asked.At && asked.At < To
        && (asked.Question.Grant is null || asked.Question.Grant == Id);

    /// <summary>The same grant, if it says something.</summary>
    /// <exception cref="ProblemException">Too deep, over before it begins, or without a thing.</exception>
    public ChainGrant Checked()
    {
        if (Thing.Length is 0 or > ChainQuestion.MaxName) throw Bad($"A grant names a thing with 1 to {ChainQuestion.MaxName} characters.", "thing");
        if (Depth is < 1 or > MaxDepth) throw Bad($"A grant opens 1 to {MaxDepth} steps.", "depth");
        return To > From ? this : throw Bad("The grant would be over before it begins.", "until");
    }

    private static ProblemException Bad(string detail, string where) => new(CommonProblems.InvalidValue, detail, where);
}
