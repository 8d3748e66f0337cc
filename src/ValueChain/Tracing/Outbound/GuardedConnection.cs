using System.Net;
using System.Net.Sockets;

namespace Voltloop.Tracing.Outbound;

/// <summary>
/// Connections to addresses that others name: only to those that a rule lets through, whatever a name resolves to at that moment.
/// No redirect is followed, no proxy is used (it would decide where to connect), nothing is remembered.
/// </summary>
internal static class GuardedConnection
{
    /// <summary>Longest time to connect.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes such connections.</summary>
    /// <param name="isOpen">Which addresses may be connected to.</param>
    public static SocketsHttpHandler Handler(Func<IPAddress, bool> isOpen) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = Patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, isOpen, cancellation),
    };

    // Checked where the connection is made: a name that resolved to a public address a moment ago may point inside now.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<IPAddress, bool> isOpen, CancellationToken cancellation)
    {
        var found = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, cancellation);
        IPAddress[] open = [.. found.Where(isOpen)];
        if (open.Length == 0) throw new HttpRequestException($"{to.Host} has no public address");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
