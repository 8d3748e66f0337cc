namespace Voltloop.Record.Events;

/// <summary>Named queries and subscriptions. They are settings, not facts: they change and are deleted.</summary>
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

    /// <summary>Number of the last event recorded before a moment (UTC).</summary>
    long LastBefore(DateTimeOffset moment);
}
