using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Tracing.Outbound;

namespace Voltloop.Tracing.AskHolders;

/// <summary>
/// Requests to addresses that others name. Only public addresses are connected to, whatever a name resolves to at that
/// moment; no redirect is followed; time and size of an answer are bounded.
/// </summary>
internal sealed class GuardedHttp : IDisposable
{
    private readonly ChainSettings _settings;
    private readonly HttpClient _http;

    public GuardedHttp(IOptions<ChainSettings> settings)
    {
        _settings = settings.Value;
        _http = new HttpClient(GuardedConnection.Handler(address => PublicAddress.IsPublic(address) || (_settings.AllowLoopback && IPAddress.IsLoopback(address)))) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The address at which a document or service of a DID is asked: plain http on this machine, where that is allowed.</summary>
    public Uri Reach(Uri url) => _settings.AllowLoopback && url.IsLoopback ? new UriBuilder(url) { Scheme = Uri.UriSchemeHttp, Port = url.Port }.Uri : url;

    /// <summary>Sends a request and reads the answer, up to a size.</summary>
    /// <exception cref="ProblemException"><see cref="TracingProblems.HolderUnreachable"/>.</exception>
    public async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(HttpRequestMessage request, int most, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(_settings.AskSeconds));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return (answer.StatusCode, await ReadAsync(answer, most, patience.Token));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var reason = e is OperationCanceledException ? $"no answer within {_settings.AskSeconds} s" : e.InnerException?.Message ?? e.Message;
            throw new ProblemException(new Problem(TracingProblems.HolderUnreachable, $"{request.RequestUri!.Authority}: {reason}"), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, int most, CancellationToken cancellation)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[65_536];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most) throw new ProblemException(CommonProblems.LimitExceeded, $"The other node sent more than {most} bytes.");
        }

        return bytes.ToArray();
    }
}
