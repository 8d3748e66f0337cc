using Voltloop.Core.Problems;
using Voltloop.Record.Between;
using Voltloop.Record.Proofs.Messages;

namespace Voltloop.Tracing.AskHolders;

/// <summary>What came of asking a holder.</summary>
/// <param name="Answer">The answer, now or earlier; <c>null</c> when there never was one.</param>
/// <param name="AnsweredAt">When the holder signed it (UTC).</param>
internal sealed record HeldAnswer(ChainAnswer? Answer, DateTimeOffset? AnsweredAt)
{
    /// <summary>Why there is no answer of now; <c>null</c> when there is one, or when the kept one is still good.</summary>
    public Problem? Problem { get; init; }

    /// <summary>True for an answer that was kept.</summary>
    public bool IsKept { get; init; }

    /// <summary>An answer that was checked when it arrived.</summary>
    public static HeldAnswer Of(KeptAnswer kept) =>
        new(ChainAnswer.Read(SignedMessage.Parse(kept.Token, ChainAnswer.Type).Claims), kept.AnsweredAt) { IsKept = true };
}
