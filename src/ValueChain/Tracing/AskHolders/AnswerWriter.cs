using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Messages;
using Voltloop.Tracing.Model.Between;
using Voltloop.Tracing.VerifyEvents;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Writes and signs the answer to a question that is open.</summary>
/// <param name="steps">Finds what is one step further.</param>
/// <param name="rights">Who is who, and who has ceased.</param>
/// <param name="node">Signs.</param>
/// <param name="settings">How long an answer may be kept.</param>
internal sealed class AnswerWriter(StepReader steps, ChainRights rights, ChainNode node, IOptions<ChainSettings> settings)
{
    /// <summary>The answer, and the same signed.</summary>
    /// <param name="asked">The question and its sender.</param>
    /// <param name="id">Identifier of the question.</param>
    /// <param name="opening">Why it is open, and what the own events say.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(ChainAnswer Answer, string Token)> WriteAsync(AskCase asked, string id, (Opening Why, ChainStep Step) opening, CancellationToken cancellation)
    {
        var (why, step, book) = (opening.Why, opening.Step, await rights.PartnersAsync(cancellation));
        var shown = Shown(step, why, (book, asked.Asker));
        var answer = new ChainAnswer(id, step.Thing, ChainWords.Of(step.Direction), asked.Question.Purpose)
        {
            Ground = why.ToString(),
            OpenUntil = why.Grant?.To,
            Events = Prove(shown.Take(ChainAnswer.MaxEvents)),
            Next = await NextAsync(step, book, cancellation),
            Holders = step.Holders(book),
            Tombstones = await TombstonesAsync(shown, cancellation),
            IsCut = step.IsCut || shown.Count > ChainAnswer.MaxEvents,
        };
        return (answer, Sign(answer, asked, why));
    }

    private string Sign(ChainAnswer answer, AskCase asked, Opening why)
    {
        var until = asked.At.AddHours(settings.Value.AnswerHours);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var envelope = new MessageEnvelope(node.Did, asked.Asker, id) { IssuedAt = asked.At, Expires = why.Grant is { } grant && grant.To < until ? grant.To : until };
        return SignedMessage.Sign(ChainAnswer.Type, envelope, answer.ToClaims(), node.Signer());
    }

    // A partner sees what leads on and what went between the two; who holds a grant also sees where it came from or went to.
    private static List<StepEvent> Shown(ChainStep step, Opening why, (PartnerBook Book, string Asker) who)
    {
        var exchanged = step.Exchanged(who.Book, who.Asker).ToList();
        StepEvent[] moved = why.Ground == OpenGround.Grant ? [.. step.HandOvers.Where(one => one.Towards(step.Direction).Count > 0)] : [];
        var withdrawn = step.Withdrawals.Where(one => one.Next(step.Thing, step.Direction, [one]).Any() || one.Sources.Concat(one.Destinations).Any(name => who.Book.Means(name, who.Asker)));
        var packing = exchanged.Concat(moved).Any(step.Carried.Contains) ? step.Packing : [];
        return [.. step.Joins.Concat(exchanged).Concat(moved).Concat(packing).Concat(withdrawn).DistinctBy(one => one.Recorded.Number).OrderBy(one => one.Recorded.Number)];
    }

    private List<EventProof> Prove(IEnumerable<StepEvent> shown)
    {
        var state = new Lazy<(LogProver, Record.Proofs.Merkle.SignedNote)>(() => LogProver.Newest(node.Log));
        return [.. shown.Select(one => EventProver.Prove(one.Recorded, state.Value))];
    }

    private async Task<IReadOnlyList<NextThing>> NextAsync(ChainStep step, PartnerBook book, CancellationToken cancellation)
    {
        var next = new List<NextThing>();
        foreach (var name in step.Next) next.Add(new NextThing(name, (await steps.ReadAsync(name, step.Direction, cancellation)).Holders(book)));
        return next;
    }

    private async Task<IReadOnlyList<Tombstone>> TombstonesAsync(IEnumerable<StepEvent> shown, CancellationToken cancellation)
    {
        var ceased = await rights.CeasedAsync(node.Operator, cancellation) ?? await rights.CeasedAsync(node.Did, cancellation);
        var withdrawn = shown.Select(one => one.Withdrawal).OfType<Tombstone>();
        return [.. ceased is null ? withdrawn : withdrawn.Append(ceased with { What = node.Did })];
    }
}
