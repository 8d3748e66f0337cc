namespace Voltloop.Health.IngestTelemetry;

/// <summary>What became of a batch of messages.</summary>
/// <param name="Taken">Messages taken.</param>
/// <param name="Duplicates">Messages taken before.</param>
/// <param name="Refused">Messages refused.</param>
/// <param name="Samples">Samples new to the record.</param>
/// <param name="Messages">One per message, in their order.</param>
internal sealed record TelemetryReply(int Taken, int Duplicates, int Refused, long Samples, IReadOnlyList<MessageOutcome> Messages)
{
    /// <summary>Sums up.</summary>
    public static TelemetryReply Of(IReadOnlyList<MessageOutcome> messages)
    {
        int Count(string outcome) => messages.Count(one => string.Equals(one.Outcome, outcome, StringComparison.Ordinal));
        return new TelemetryReply(Count(MessageOutcome.Taken), Count(MessageOutcome.Duplicate), Count(MessageOutcome.Refused), messages.Sum(one => (long)one.Samples), messages);
    }
}
