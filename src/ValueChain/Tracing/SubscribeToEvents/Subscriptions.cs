using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Query;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>Makes, lists and deletes subscriptions.</summary>
/// <param name="desk">Keeps them.</param>
/// <param name="queries">The queries they are for.</param>
/// <param name="work">Who is asking, and when.</param>
/// <param name="tools">What the deliverer works with: it is woken, and knows where it may deliver to.</param>
internal sealed class Subscriptions(IEventDesk desk, NamedQueries queries, ActorWork work, DeliveryTools tools)
{
    /// <summary>Most subscriptions of a store.</summary>
    public const int MaxSubscriptions = 1000;

    private long _made;

    /// <summary>Subscriptions to a query that the actor may see.</summary>
    public IReadOnlyList<StoredSubscription> Of(string query)
    {
        var name = queries.Get(query).Name;
        return [.. desk.Subscriptions().Where(s => s.Query == name && queries.IsMine(s.Owner))];
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">There is none that the actor may see.</exception>
    public StoredSubscription Get(string query, string id) => Of(query).FirstOrDefault(s => s.Id == id)
        ?? throw new ProblemException(CommonProblems.NotFound, $"There is no subscription {id} to {query}.");

    /// <summary>Subscribes.</summary>
    /// <exception cref="ProblemException">The request is not complete, or there are too many.</exception>
    public StoredSubscription Add(string query, SubscriptionRequest request)
    {
        var stored = queries.Get(query);
        Check(request);
        if (desk.Subscriptions().Count >= MaxSubscriptions) throw new ProblemException(CommonProblems.LimitExceeded, $"There are {MaxSubscriptions} subscriptions already.");
        var now = work.Now;
        var body = JsonSerializer.Serialize(request, FindingJson.Options);
        var subscription = new StoredSubscription(IdOf(body, now), stored.Name, queries.Owner(), body, now)
        {
            Watermark = desk.LastBefore(request.InitialRecordTime ?? DateTimeOffset.MaxValue.AddDays(-1)),
            NextAt = request.Schedule is { } schedule ? QuerySchedule.Read(schedule).Next(now) ?? throw new ProblemException(QueryProblems.BadParameter, "That moment never comes.", "schedule") : now,
        };
        desk.Save(subscription);
        tools.Signal.Raise();
        return subscription;
    }

    /// <summary>Ends a subscription.</summary>
    /// <exception cref="ProblemException">There is none that the actor may see.</exception>
    public void Delete(string query, string id) => desk.DeleteSubscription(Get(query, id).Id);

    private void Check(SubscriptionRequest request)
    {
        if (!Uri.TryCreate(request.Dest, UriKind.Absolute, out var dest) || dest.Scheme is not ("http" or "https") || dest.UserInfo.Length > 0) throw new ProblemException(QueryProblems.BadParameter, $"\"{request.Dest}\" is no http or https address.", "dest");
        if (tools.Webhooks.IsClosed(dest)) throw new ProblemException(QueryProblems.BadParameter, $"{dest.Host} is on this machine or in a private network.", "dest", $"Name a public address, or set {WebhookOptions.Section}:{nameof(WebhookOptions.AllowPrivate)} where all who may subscribe may reach these networks.");
        if (request.Schedule is null && request.Stream != true) throw new ProblemException(QueryProblems.BadParameter, "It needs a schedule, or \"stream\": true.", "stream");
        if (request.Schedule is not null && request.Stream == true) throw new ProblemException(QueryProblems.BadParameter, "It has a schedule or streams, not both.", "stream");
    }

    private string IdOf(string body, DateTimeOffset at)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{at.UtcTicks} {Interlocked.Increment(ref _made)} {work.Actor.Operator} {body}")));
        return new Guid(hash.AsSpan(0, 16)).ToString("D");
    }
}
