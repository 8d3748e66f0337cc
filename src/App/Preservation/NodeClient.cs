using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Replication;

namespace Voltloop.App.Preservation;

/// <summary>Asks another node for its record.</summary>
internal sealed class NodeClient : IDisposable
{
    /// <summary>Largest page, in bytes; a batch of one writer always fits.</summary>
    public const long MaxPage = 1024L * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;

    public NodeClient(PrimaryAddress primary, HttpMessageHandler? handler = null)
    {
        _http = new HttpClient(handler ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        {
            BaseAddress = primary.Url, Timeout = Patience, MaxResponseContentBufferSize = MaxPage,
        };
        _http.DefaultRequestHeaders.Authorization = primary.Key is null ? null : new AuthenticationHeaderValue("Bearer", primary.Key);
    }

    public async Task<NodeCard> CardAsync(CancellationToken cancellation) => NodeCard.Read(await GetAsync("/api/v1/replication/node", cancellation));

    public Task<byte[]> PageAsync(ChangeCursor after, TimeSpan wait, CancellationToken cancellation) =>
        GetAsync(FormattableString.Invariant($"/api/v1/replication/changes?after={after}&wait={(int)wait.TotalMilliseconds}"), cancellation);

    public async Task<byte[]> DocumentAsync(string sha256, CancellationToken cancellation) =>
        await GetAsync($"/api/v1/replication/documents/{sha256}", cancellation) is { Length: var length } bytes && length <= WriteLimits.MaxDocumentBytes
            ? bytes
            : throw new ProblemException(ReplicationProblems.Damaged, $"Document {sha256} is larger than any document may be.");

    public Task<byte[]> SeriesAsync(IReadOnlyList<SeriesGap> gaps, CancellationToken cancellation) => SendAsync(
        () => new HttpRequestMessage(HttpMethod.Post, "/api/v1/replication/series") { Content = JsonContent.Create(gaps, options: Web.Http.JsonOutput.Compact) }, cancellation);

    public void Dispose() => _http.Dispose();

    private Task<byte[]> GetAsync(string path, CancellationToken cancellation) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellation);

    private async Task<byte[]> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        try
        {
            using var request = make();
            using var answer = await _http.SendAsync(request, cancellation);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
            return answer.IsSuccessStatusCode ? body : throw Refused((int)answer.StatusCode, body);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ProblemException(new Problem(ReplicationProblems.Unreachable, $"{_http.BaseAddress} does not answer: {e.Message}"), e);
        }
    }

    private ProblemException Refused(int status, byte[] body)
    {
        try
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(body);
            return new ProblemException(ReplicationProblems.Unreachable, $"{_http.BaseAddress} refuses ({status}): {problem.GetProperty("detail").GetString()}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new ProblemException(ReplicationProblems.Unreachable, $"{_http.BaseAddress} refuses ({status}).");
        }
    }
}
