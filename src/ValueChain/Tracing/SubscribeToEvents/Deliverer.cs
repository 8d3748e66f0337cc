using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Query;
using Voltloop.Tracing.QueryEvents;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>
/// Delivers events to webhooks. The watermark moves only when the receiver has answered with success; what was sent and not
/// acknowledged is sent again exactly as it was, with the same Idempotency-Key, also after a restart. Slow receivers wait for
/// nobody but themselves.
/// </summary>
/// <param name="desk">Keeps subscriptions and how far each is.</param>
/// <param name="matching">Finds what is new.</param>
/// <param name="signal">Says when something came.</param>
/// <param name="clock">Clock.</param>
internal sealed class Deliverer(IEventDesk desk, MatchingEvents matching, EventSignal signal, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };

    /// <inheritdoc/>
    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await StartDueAsync(stoppingToken);
            try
            {
                await signal.WaitAsync(Tick, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private Task StartDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var queries = new Lazy<Dictionary<string, StoredQuery>>(() => desk.Queries().ToDictionary(q => q.Name, StringComparer.Ordinal));
        foreach (var subscription in Subscriptions().Where(s => s.NextAt <= now))
        {
            if (_running.TryGetValue(subscription.Id, out var last) && !last.IsCompleted) continue;
            if (queries.Value.TryGetValue(subscription.Query, out var query)) _running[subscription.Id] = Task.Run(() => ServeAsync(subscription, query, cancellation), cancellation);
        }

        return Task.CompletedTask;
    }

    // The store may be closing under us; then there is nothing to deliver.
    private IReadOnlyList<StoredSubscription> Subscriptions()
    {
        try
        {
            return desk.Subscriptions();
        }
        catch (ProblemException)
        {
            return [];
        }
    }

    private async Task ServeAsync(StoredSubscription subscription, StoredQuery query, CancellationToken cancellation)
    {
        try
        {
            while (await StepAsync(subscription, query, cancellation) is { } next) subscription = next;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or ProblemException or IOException)
        {
            if (!cancellation.IsCancellationRequested) desk.Advance(Failed(subscription, error.Message));
        }
    }

    // One delivery; null when there is nothing more for now.
    private async Task<StoredSubscription?> StepAsync(StoredSubscription subscription, StoredQuery query, CancellationToken cancellation)
    {
        var asked = JsonSerializer.Deserialize<SubscriptionRequest>(subscription.Body, FindingJson.Options)!;
        var newest = subscription.Pending > 0 ? subscription.Pending : desk.LastBefore(DateTimeOffset.MaxValue.AddDays(-1));
        var (found, lookedTo) = await matching.FindAsync(query, subscription.Owner, (subscription.Watermark, newest), cancellation);
        var isDue = asked.Schedule is not null;
        if (found.Count == 0 && !(isDue && asked.ReportIfEmpty)) return Rest(subscription, asked, lookedTo);
        subscription = subscription with { Pending = lookedTo };
        desk.Advance(subscription);
        await SendAsync(subscription, asked, found, cancellation);
        return lookedTo < newest ? Acknowledged(subscription, lookedTo) : Rest(Acknowledged(subscription, lookedTo), asked, lookedTo);
    }

    private StoredSubscription Acknowledged(StoredSubscription subscription, long to)
    {
        var done = subscription with { Watermark = to, Pending = 0, LastRunAt = clock.GetUtcNow(), Failures = 0, LastError = null };
        desk.Advance(done);
        return done;
    }

    private StoredSubscription? Rest(StoredSubscription subscription, SubscriptionRequest asked, long lookedTo)
    {
        var next = asked.Schedule is { } schedule ? QuerySchedule.Read(schedule).Next(clock.GetUtcNow()) ?? DateTimeOffset.MaxValue.AddDays(-1) : subscription.NextAt;
        var rested = subscription with { Watermark = Math.Max(subscription.Watermark, lookedTo), NextAt = next };
        if (rested != subscription) desk.Advance(rested);
        return null;
    }

    private StoredSubscription Failed(StoredSubscription subscription, string reason)
    {
        var failures = subscription.Failures + 1;
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 20))));
        var current = desk.Subscriptions().FirstOrDefault(s => s.Id == subscription.Id) ?? subscription;
        return current with { Failures = failures, NextAt = clock.GetUtcNow() + wait, LastError = reason.Length <= 500 ? reason : reason[..500] };
    }

    private async Task SendAsync(StoredSubscription subscription, SubscriptionRequest asked, IReadOnlyList<RecordedEvent> found, CancellationToken cancellation)
    {
        var heading = new QueryHeading(subscription.Query, clock.GetUtcNow(), EpcFormat.AsCaptured) { SubscriptionId = subscription.Id };
        var body = QueryDocument.Write(found, heading);
        using var request = new HttpRequestMessage(HttpMethod.Post, asked.Dest) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/ld+json");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", FormattableString.Invariant($"{subscription.Id}:{subscription.Watermark}-{subscription.Pending}"));
        if (asked.SignatureToken is { Length: > 0 } token) request.Headers.TryAddWithoutValidation("GS1-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), body)));
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"The receiver answered {(int)answer.StatusCode}.");
    }
}
