using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Voltloop.Record.Events;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.QueryEvents;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>Streams the events of a query over a WebSocket as they are captured. It ends with the connection.</summary>
/// <param name="desk">Knows the newest event.</param>
/// <param name="matching">Finds what is new.</param>
/// <param name="signal">Says when something came.</param>
/// <param name="clock">Clock.</param>
internal sealed class SubscriptionSocket(IEventDesk desk, MatchingEvents matching, EventSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <summary>Takes a connection and serves it until it closes. What is captured once the other side knows of it is streamed.</summary>
    public async Task ServeAsync(HttpContext http, StoredQuery query, string owner)
    {
        // Before the handshake is answered: an event that follows it at once must not fall between the two.
        var watermark = desk.LastBefore(DateTimeOffset.MaxValue.AddDays(-1));
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await StreamAsync(socket, (query, owner, watermark), http.RequestAborted);
    }

    private async Task StreamAsync(WebSocket socket, (StoredQuery Query, string Owner, long Watermark) from, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var closing = ListenAsync(socket, stop);
        var watermark = from.Watermark;
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var newest = desk.LastBefore(DateTimeOffset.MaxValue.AddDays(-1));
                watermark = await SendAsync(socket, from.Query, from.Owner, (watermark, newest), stop.Token);
                if (watermark >= newest) await signal.WaitAsync(Tick, clock, stop.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The other side has left, or the server stops.
        }

        await closing;
    }

    private async Task<long> SendAsync(WebSocket socket, StoredQuery query, string owner, (long After, long To) range, CancellationToken cancellation)
    {
        if (range.After >= range.To) return range.After;
        var (found, lookedTo) = await matching.FindAsync(query, owner, range, cancellation);
        if (found.Count > 0) await socket.SendAsync(QueryDocument.Write(found, new QueryHeading(query.Name, clock.GetUtcNow(), EpcFormat.AsCaptured)), WebSocketMessageType.Text, true, cancellation);
        return lookedTo;
    }

    // Nothing is expected from the other side but its leave.
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource stop)
    {
        try
        {
            var buffer = new byte[1024];
            while (socket.State == WebSocketState.Open && (await socket.ReceiveAsync(buffer, stop.Token)).MessageType != WebSocketMessageType.Close)
            {
            }

            if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // As above.
        }

        await stop.CancelAsync();
    }
}
