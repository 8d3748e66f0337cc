using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Between;
using Voltloop.Record.Policies;
using Voltloop.Record.Proofs.Messages;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Checks who asks, counts it, and logs what was shown.</summary>
/// <param name="node">This node.</param>
/// <param name="book">Looks the asker up.</param>
/// <param name="limits">Counts.</param>
/// <param name="traces">Where questions are noted, and when.</param>
internal sealed class AskerChecks(ChainNode node, HolderBook book, AskerLimits limits, ChainTraces traces)
{
    /// <summary>This node.</summary>
    public ChainNode Node => node;

    /// <summary>Clock.</summary>
    public TimeProvider Clock => traces.Clock;

    /// <summary>Where questions are noted.</summary>
    public IChainStore Store => traces.Store;

    /// <summary>Refuses a message that its sender did not sign, or one too many.</summary>
    /// <exception cref="ProblemException">Unknown key, wrong signature, too many questions.</exception>
    public async Task CheckAsync(SignedMessage message, CancellationToken cancellation)
    {
        var sender = await book.ReadAsync(message.Envelope.Issuer, message.KeyId, cancellation);
        message.CheckSigner(sender.Document, Clock.GetUtcNow());
        limits.Count(message.Envelope.Issuer);
    }

    /// <summary>Logs an answer where every read of controlled data is logged.</summary>
    public Task LogAsync(AskCase asked, Opening opening, int events)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{asked.Question.Thing} {ChainWords.Of(asked.Question.Direction)}, {asked.Question.Purpose}, {opening}: {events} events");
        return traces.Log.AppendAsync([new AccessEntry(asked.Asker, asked.Asker, "chain-answer", what, asked.At)]);
    }
}
