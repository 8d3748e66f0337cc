using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Proofs.Messages;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Between;
using Voltloop.Tracing.VerifyEvents;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Checks an answer on arrival: who signed it, to which question, and every proof in it. One that does not hold is refused whole.</summary>
/// <param name="sent">The question that was sent.</param>
/// <param name="holder">The node that was asked.</param>
/// <param name="now">Moment of arrival (UTC).</param>
internal sealed class AnswerCheck((MessageEnvelope Envelope, ChainQuestion Question) sent, DidDocument holder, DateTimeOffset now)
{
    /// <summary>The answer of a token.</summary>
    /// <exception cref="ProblemException">It does not hold; the problem says what.</exception>
    public (ChainAnswer Answer, MessageEnvelope Envelope) Open(string token)
    {
        var message = SignedMessage.Parse(token, ChainAnswer.Type);
        Demand(message.Envelope.Issuer == holder.Id, $"{message.Envelope.Issuer} answered in place of {holder.Id}.");
        message.CheckReceiver(sent.Envelope.Issuer, now, ChainAnswer.Lifetime);
        message.CheckSigner(holder, now);
        var answer = ChainAnswer.Read(message.Claims);
        CheckQuestion(answer);
        CheckEvents(answer);
        return (answer, message.Envelope);
    }

    private void CheckQuestion(ChainAnswer answer)
    {
        var asked = sent.Question;
        var isSame = answer.Question == sent.Envelope.Id && answer.Thing == asked.Thing && answer.Direction == ChainWords.Of(asked.Direction) && answer.Purpose == asked.Purpose;
        Demand(isSame, "This is the answer to another question.");
        Demand(answer.Events.Count <= ChainAnswer.MaxEvents && answer.Next.Count <= StepReader.MaxNext, "The answer holds more than an answer may.");
    }

    // Events of one transformation stand together although each of them names only a part of it.
    private void CheckEvents(ChainAnswer answer)
    {
        for (var i = 0; i < answer.Events.Count; i++) CheckProof(answer.Events[i], Place(i));
        ChainNames[] named = [.. answer.Events.Select((proof, i) => NamesOf(proof, Place(i)))];
        var about = About(answer.Thing, named);
        var shared = named.Where(one => one.Objects.Contains(answer.Thing, StringComparer.Ordinal)).Select(one => one.Transformation).OfType<string>().ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < named.Length; i++)
        {
            Demand(about.Overlaps(named[i].Objects) || (named[i].Transformation is { } group && shared.Contains(group)), "An event is about something else.", Place(i));
        }

        foreach (var next in answer.Next) Demand(named.Any(one => one.Objects.Contains(next.Id, StringComparer.Ordinal)), $"No event of the answer names {next.Id}.", "/next");
    }

    // The thing, and the pallets and boxes in which events of the answer say it was.
    private static HashSet<string> About(string thing, IReadOnlyList<ChainNames> named)
    {
        var about = new HashSet<string>([thing], StringComparer.Ordinal);
        while (named.SelectMany(one => about.Select(one.Carrier)).OfType<string>().FirstOrDefault(carrier => !about.Contains(carrier)) is { } carrier) about.Add(carrier);
        return about;
    }

    private static string Place(int index) => FormattableString.Invariant($"/events/{index}");

    private void CheckProof(EventProof proof, string at)
    {
        var origin = Origin(proof, at);
        // The log must be the holder's own: a proof over another log says nothing about what the holder recorded.
        Demand(origin.StartsWith($"{DidWeb.ToUrl(holder.Id).Authority}/log/", StringComparison.Ordinal), $"The proof is over {origin}, which is no log of {holder.Id}.", at);
        LogKey[] keys = [.. holder.Methods.Where(method => !(method.Valid.Revoked <= now)).Select(method => new LogKey(origin, method.Key))];
        var report = new EventProofCheck(keys).Check(JsonSerializer.SerializeToUtf8Bytes(proof, FindingJson.Options));
        Demand(report.Holds, report.Steps.LastOrDefault() ?? "The proof does not hold.", at);
    }

    private static string Origin(EventProof proof, string at)
    {
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(proof.Checkpoint).Text).Origin;
        }
        catch (ProblemException broken)
        {
            throw new ProblemException(new Problem(TracingProblems.AnswerRefused, broken.Problem.Detail, at), broken);
        }
    }

    private static ChainNames NamesOf(EventProof proof, string at)
    {
        try
        {
            return ChainNames.Of(Encoding.UTF8.GetBytes(proof.Event));
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException)
        {
            throw new ProblemException(new Problem(TracingProblems.AnswerRefused, broken.Message, at), broken);
        }
    }

    private static void Demand(bool holds, string detail, string? at = null)
    {
        if (!holds) throw new ProblemException(TracingProblems.AnswerRefused, detail, at);
    }
}
