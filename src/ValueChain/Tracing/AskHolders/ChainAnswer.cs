using System.Text.Json.Nodes;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Between;
using Voltloop.Tracing.VerifyEvents;

namespace Voltloop.Tracing.AskHolders;

/// <summary>What a node answers: the events of one step, each with its proof, and where the chain goes on.</summary>
/// <param name="Question">Identifier of the question.</param>
/// <param name="Thing">What was asked about.</param>
/// <param name="Direction"><c>up</c> or <c>down</c>.</param>
/// <param name="Purpose">What for.</param>
internal sealed record ChainAnswer(string Question, string Thing, string Direction, string Purpose)
{
    /// <summary>The <c>typ</c> of such a message.</summary>
    public const string Type = "voltloop-answer+jwt";

    /// <summary>Most events of one answer.</summary>
    public const int MaxEvents = 100;

    /// <summary>Largest answer that is read, in bytes.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Longest time for which an answer may ask to be kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(31);

    /// <summary>Why it was answered: <c>partner</c>, or <c>grant ID</c>.</summary>
    public string Ground { get; init; } = "";

    /// <summary>When the grant ends (UTC); <c>null</c> for a partner.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    /// <summary>Events, each with its proof.</summary>
    public IReadOnlyList<EventProof> Events { get; init; } = [];

    /// <summary>What is one step further.</summary>
    public IReadOnlyList<NextThing> Next { get; init; } = [];

    /// <summary>Whom the thing itself came from (up) or went to (down).</summary>
    public IReadOnlyList<ChainParty> Holders { get; init; } = [];

    /// <summary>What was taken back or is gone.</summary>
    public IReadOnlyList<Tombstone> Tombstones { get; init; } = [];

    /// <summary>True when there is more than an answer holds.</summary>
    public bool IsCut { get; init; }

    /// <summary>The answer as claims.</summary>
    public JsonObject ToClaims() => new() { ["answer"] = JsonSerializer.SerializeToNode(this, FindingJson.Options) };

    /// <summary>The answer of claims.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public static ChainAnswer Read(JsonElement claims)
    {
        try
        {
            var answer = claims.TryGetProperty("answer", out var stated) ? stated.Deserialize<ChainAnswer>(FindingJson.Options) : null;
            return answer is { Question: not null, Thing: not null, Events: not null, Next: not null, Holders: not null, Tombstones: not null } ? answer
                : throw new ProblemException(TracingProblems.AnswerRefused, "The message holds no answer.");
        }
        catch (JsonException broken)
        {
            throw new ProblemException(new Problem(TracingProblems.AnswerRefused, broken.Message, broken.Path), broken);
        }
    }
}
