namespace Voltloop.Record.Events;

/// <summary>Named queries, subscriptions, and how far projections are. They are settings, not facts: they change and are deleted.</summary>
public interface IEventDesk
{
    /// <summary>All named queries.</summary>
    IReadOnlyList<StoredQuery> Queries();

    /// <summary>Adds a query; false when its name is taken.</summary>
    bool TryAdd(StoredQuery query);

    /// <summary>Deletes a query with its subscriptions.</summary>
    void DeleteQuery(string name);

    /// <summary>All subscriptions.</summary>
    IReadOnlyList<StoredSubscription> Subscriptions();

    /// <summary>Adds or changes a subscription; durable when it returns.</summary>
    void Save(StoredSubscription subscription);

    /// <summary>Changes how far a subscription has been served, unless it was deleted meanwhile; durable when it returns.</summary>
    void Advance(StoredSubscription subscription);

    /// <summary>Deletes a subscription.</summary>
    void DeleteSubscription(string id);

    /// <summary>Number of the last event that a projection has taken in; 0 for none.</summary>
    long Watermark(string projection);

    /// <summary>Keeps how far a projection is; durable when it returns.</summary>
    void SaveWatermark(string projection, long number);

    /// <summary>Keeps what a projection has taken out of events, and that it is so far; both or nothing, durable when it returns. A watermark never goes back.</summary>
    void Keep(string projection, IReadOnlyList<EventExtract> extracts, long number);

    /// <summary>What a projection has kept, in the order of recording.</summary>
    IReadOnlyList<EventExtract> Extracts(string projection);

    /// <summary>Number of the last event recorded before a moment (UTC).</summary>
    long LastBefore(DateTimeOffset moment);
}
