namespace Voltloop.Record.Telemetry;

/// <summary>Takes in what a message broker delivers. A room implements it; the adapter of the broker calls it.</summary>
public interface IFeedSink
{
    /// <summary>Whether a message is of the kind that this room reads. A room that takes what no other does says <c>null</c>.</summary>
    /// <param name="body">Body of the message.</param>
    bool? Takes(ReadOnlySpan<byte> body);

    /// <summary>
    /// Takes messages in their order. When it returns, every message with verdict <c>null</c> is durable or was so before;
    /// the others are refused for the reason given. When it throws, nothing may be acknowledged.
    /// </summary>
    /// <param name="bodies">Bodies of the messages.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <returns>One per body: <c>null</c>, or why it is refused.</returns>
    Task<IReadOnlyList<Core.Problems.Problem?>> TakeAsync(IReadOnlyList<byte[]> bodies, CancellationToken cancellation);
}
