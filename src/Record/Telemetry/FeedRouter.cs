using Voltloop.Core.Problems;

namespace Voltloop.Record.Telemetry;

/// <summary>Gives each message to the room that reads its kind, in the order in which they came.</summary>
/// <param name="rooms">The rooms that take messages.</param>
public sealed class FeedRouter(IReadOnlyList<IFeedSink> rooms) : IFeedSink
{
    /// <inheritdoc/>
    public bool? Takes(ReadOnlySpan<byte> body) => Room(body) is not null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Problem?>> TakeAsync(IReadOnlyList<byte[]> bodies, CancellationToken cancellation)
    {
        var verdicts = new Problem?[bodies.Count];
        foreach (var own in Enumerable.Range(0, bodies.Count).GroupBy(i => Room(bodies[i])))
        {
            int[] places = [.. own];
            var said = own.Key is { } room ? await room.TakeAsync([.. places.Select(i => bodies[i])], cancellation) : [.. places.Select(_ => Unknown)];
            for (var i = 0; i < places.Length; i++) verdicts[places[i]] = said[i];
        }

        return verdicts;
    }

    private static Problem Unknown => new(CommonProblems.UnknownFormat, "Nobody here reads such a message.");

    private IFeedSink? Room(ReadOnlySpan<byte> body)
    {
        IFeedSink? rest = null;
        foreach (var room in rooms)
        {
            var takes = room.Takes(body);
            if (takes == true) return room;
            if (takes is null) rest ??= room;
        }

        return rest;
    }
}
