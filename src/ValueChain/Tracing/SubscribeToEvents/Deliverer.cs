using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Query;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>
/// Delivers events to webhooks. The watermark moves only when the receiver has answered with success; what was sent and not
/// acknowledged is sent again exactly as it was, with the same Idempotency-Key, also after a restart. Slow receivers wait for
/// nobody but themselves.
/// </summary>
/// <param name="desk">Keeps subscriptions and how far each is.</param>
/// <param name="matching">Finds what is new.</param>
/// <param name="tools">Sends, and says when.</param>
internal sealed class Deliverer(IEventDesk desk, MatchingEvents matching, DeliveryTools tools) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await StartDueAsync(stoppingToken);
            try
            {
                await tools.Signal.WaitAsync(Tick, tools.Clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private Task StartDueAsync(CancellationToken cancellation)
    {
        var now = tools.Clock.GetUtcNow();
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
        await tools.Webhooks.SendAsync((subscription, asked), found, tools.Clock.GetUtcNow(), cancellation);
        return lookedTo < newest ? Acknowledged(subscription, lookedTo) : Rest(Acknowledged(subscription, lookedTo), asked, lookedTo);
    }

    private StoredSubscription Acknowledged(StoredSubscription subscription, long to)
    {
        var done = subscription with { Watermark = to, Pending = 0, LastRunAt = tools.Clock.GetUtcNow(), Failures = 0, LastError = null };
        desk.Advance(done);
        return done;
    }

    private StoredSubscription? Rest(StoredSubscription subscription, SubscriptionRequest asked, long lookedTo)
    {
        var next = asked.Schedule is { } schedule ? QuerySchedule.Read(schedule).Next(tools.Clock.GetUtcNow()) ?? DateTimeOffset.MaxValue.AddDays(-1) : subscription.NextAt;
        var rested = subscription with { Watermark = Math.Max(subscription.Watermark, lookedTo), NextAt = next };
        if (rested != subscription) desk.Advance(rested);
        return null;
    }

    private StoredSubscription Failed(StoredSubscription subscription, string reason)
    {
        var failures = subscription.Failures + 1;
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 20))));
        var current = desk.Subscriptions().FirstOrDefault(s => s.Id == subscription.Id) ?? subscription;
        return current with { Failures = failures, NextAt = tools.Clock.GetUtcNow() + wait, LastError = reason.Length <= 500 ? reason : reason[..500] };
    }
}
