namespace Voltloop.Record.Telemetry;

/// <summary>Sends messages to a broker: for the command line.</summary>
public interface IFeedSender
{
    /// <summary>Sends messages, and returns when the broker has confirmed all of them.</summary>
    /// <param name="broker">Address, for example <c>amqp://guest:guest@localhost</c>.</param>
    /// <param name="routingKey">Key under the topic exchange, for example <c>voltloop.telemetry.pack-1</c>.</param>
    /// <param name="bodies">Bodies of the messages.</param>
    /// <param name="cancellation">Stops between two messages.</param>
    /// <exception cref="Core.Problems.ProblemException"><see cref="FeedProblems.Unreachable"/>.</exception>
    Task SendAsync(Uri broker, string routingKey, IReadOnlyList<byte[]> bodies, CancellationToken cancellation);
}
