using Voltloop.Record.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>An answer that is kept, without its content.</summary>
/// <param name="Name">Whose, to which question.</param>
/// <param name="AnsweredAt">When the holder signed it (UTC).</param>
/// <param name="Until">When it should be asked again (UTC).</param>
/// <param name="Signed">Address of the answer as it was signed.</param>
internal sealed record AnswerResource(AnswerName Name, DateTimeOffset AnsweredAt, DateTimeOffset Until, string Signed)
{
    /// <summary>Shows an answer.</summary>
    public static AnswerResource Of(KeptAnswer kept) => new(new AnswerName(kept.Holder, kept.Thing, kept.Direction, kept.Purpose), kept.AnsweredAt, kept.Until, AddressOf(kept));

    /// <summary>Address of an answer as it was signed.</summary>
    public static string AddressOf(KeptAnswer kept) =>
        $"/api/v1/chain/answers/signed?holder={Uri.EscapeDataString(kept.Holder)}&thing={Uri.EscapeDataString(kept.Thing)}&direction={kept.Direction}&purpose={kept.Purpose}";
}
