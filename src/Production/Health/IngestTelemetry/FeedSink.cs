using Voltloop.Core.Problems;
using Voltloop.Record.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Takes what a broker delivers, in the name of the house: the broker knows its senders.</summary>
internal sealed class FeedSink(TelemetryDesk desk, HouseRecord house) : IFeedSink
{
    /// <inheritdoc/>
    public bool? Takes(ReadOnlySpan<byte> body) => null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem?>> TakeAsync(IReadOnlyList<byte[]> bodies, CancellationToken cancellation)
    {
        var (verdicts, messages, owners) = (new Problem?[bodies.Count], new List<TelemetryEnvelope>(), new List<int>());
        for (var i = 0; i < bodies.Count; i++)
        {
            verdicts[i] = Read(bodies[i], messages);
            while (owners.Count < messages.Count) owners.Add(i);
        }

        var outcomes = await desk.TakeAsync(messages, house.Caller, cancellation);
        for (var i = 0; i < outcomes.Count; i++) verdicts[owners[i]] ??= messages[i].Refusal ?? Refusal(outcomes[i]);
        return verdicts;
    }

    private Problem? Read(byte[] body, List<TelemetryEnvelope> messages)
    {
        try
        {
            messages.AddRange(desk.Read(body));
            return null;
        }
        catch (ProblemException unreadable)
        {
            desk.Note(unreadable.Problem);
            return unreadable.Problem;
        }
    }

    private static Problem? Refusal(MessageOutcome outcome) => outcome.Problem is null ? null
        : new Problem(new ProblemKind(outcome.Problem, "The message is refused.", 422, 2), outcome.Detail ?? "", null, outcome.Remedy);
}
