using Voltloop.Core.Problems;
using Voltloop.Record.Between;
using Voltloop.Record.Policies;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Messages;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>
/// Takes questions of other nodes: who signed it, is it for us and new, is it open, and then the answer. A stranger whom no
/// event, partner or grant names costs no request to anywhere, and learns nothing.
/// </summary>
/// <param name="rights">Partners and grants.</param>
/// <param name="steps">The own events.</param>
/// <param name="asking">What checks who asks.</param>
/// <param name="writer">Writes answers.</param>
internal sealed class QuestionDesk(ChainRights rights, StepReader steps, AskerChecks asking, AnswerWriter writer)
{
    /// <summary>Largest question, in characters.</summary>
    public const int MaxCharacters = 16 * 1024;

    /// <summary>How long every refusal takes: its time must not tell what the node had to look up for it.</summary>
    public static readonly TimeSpan RefusalTime = TimeSpan.FromMilliseconds(150);

    /// <summary>Answers a question.</summary>
    /// <returns>The signed answer.</returns>
    /// <exception cref="ProblemException">The signature or times do not hold, it was sent before, or nothing is open.</exception>
    public async Task<string> AnswerAsync(string token, CancellationToken cancellation)
    {
        var (message, now, started) = (SignedMessage.Parse(token, ChainQuestion.Type), asking.Clock.GetUtcNow(), asking.Clock.GetTimestamp());
        message.CheckReceiver(asking.Node.Did, now, ChainQuestion.Lifetime);
        var (asker, grants) = (message.Envelope.Issuer, await rights.GrantsOfAsync(message.Envelope.Issuer, cancellation));
        if (grants.Count == 0 && !await IsKnownAsync(asker, cancellation)) throw await ClosedAsync(started, cancellation);
        await asking.CheckAsync(message, cancellation);
        var question = ChainQuestion.Read(message.Claims);
        question = question with { Thing = ChainNames.Canonical(question.Thing) };
        var asked = new AskCase(question, asker, now) { Grants = grants };
        return await AnswerAsync(asked, message.Envelope.Id, cancellation) ?? throw await ClosedAsync(started, cancellation);
    }

    private async Task<bool> IsKnownAsync(string did, CancellationToken cancellation) =>
        (await rights.PartnersAsync(cancellation)).All.Any(partner => partner.Did == did) || await steps.IsPartyAsync(did, cancellation);

    private async Task<string?> AnswerAsync(AskCase asked, string id, CancellationToken cancellation)
    {
        var step = await steps.ReadAsync(asked.Question.Thing, asked.Question.Direction, cancellation);
        var book = await rights.PartnersAsync(cancellation);
        var horizon = ChainAccess.Horizon(asked.Grants, asked.Question, OpenRule.Usual);
        asked = asked with { From = await steps.ReachAsync(step, horizon, one => one.Exchanged(book, asked.Asker).Any(), cancellation) };
        if (ChainAccess.Decide(asked, OpenRule.Usual) is not { } opening)
        {
            Note(asked, id, ("closed", 0));
            return null;
        }

        var (answer, signed) = await writer.WriteAsync(asked, id, (opening, step), cancellation);
        Note(asked, id, (opening.ToString(), answer.Events.Count));
        await asking.LogAsync(asked, opening, answer.Events.Count);
        return signed;
    }

    private void Note(AskCase asked, string id, (string Outcome, int Events) result)
    {
        var question = new AnsweredQuestion(asked.Asker, id, asked.At)
        {
            Thing = asked.Question.Thing, Direction = ChainWords.Of(asked.Question.Direction), Purpose = asked.Question.Purpose, Outcome = result.Outcome, Events = result.Events,
        };
        if (!asking.Store.TryNote(question)) throw new ProblemException(ProofProblems.Replayed, "This question was sent before.");
    }

    private async Task<ProblemException> ClosedAsync(long started, CancellationToken cancellation)
    {
        var left = RefusalTime - asking.Clock.GetElapsedTime(started);
        if (left > TimeSpan.Zero) await Task.Delay(left, asking.Clock, cancellation);
        return new ProblemException(TracingProblems.ChainClosed, "Nothing about this is open to the asker for this purpose.", null, "A direct partner may ask one step; for more, ask the holder for a grant.");
    }
}
