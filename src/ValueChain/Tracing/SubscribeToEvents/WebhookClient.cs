using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Voltloop.Record.Events;
using Voltloop.Tracing.Outbound;
using Voltloop.Tracing.QueryEvents;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>Sends events to receivers that others name: signed, with a key that tells a repetition, and never to the inside unless the settings allow it.</summary>
internal sealed class WebhookClient(IOptions<WebhookOptions> options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = new(GuardedConnection.Handler(options.Value.IsOpen)) { Timeout = Patience };

    /// <summary>Whether an address shows already that nothing will be sent there; a name is looked up when something is sent.</summary>
    public bool IsClosed(Uri dest) => options.Value.IsClosed(dest);

    /// <summary>Sends events; returns when the receiver has taken them.</summary>
    /// <param name="to">Whose events, where to and with which signature. Watermark and pending number make the key of the delivery.</param>
    /// <param name="found">The events.</param>
    /// <param name="now">Moment of sending.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="HttpRequestException">Refused, not reachable, or not to be reached.</exception>
    public async Task SendAsync((StoredSubscription Subscription, SubscriptionRequest Asked) to, IReadOnlyList<RecordedEvent> found, DateTimeOffset now, CancellationToken cancellation)
    {
        var (subscription, asked) = to;
        var heading = new QueryHeading(subscription.Query, now, EpcFormat.AsCaptured) { SubscriptionId = subscription.Id };
        var body = QueryDocument.Write(found, heading);
        using var request = new HttpRequestMessage(HttpMethod.Post, asked.Dest) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/ld+json");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", FormattableString.Invariant($"{subscription.Id}:{subscription.Watermark}-{subscription.Pending}"));
        if (asked.SignatureToken is { Length: > 0 } token) request.Headers.TryAddWithoutValidation("GS1-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), body)));
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"The receiver answered {(int)answer.StatusCode}.");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
