namespace Voltloop.Tracing.QueryEvents;

/// <summary>What stands around the events of a query document.</summary>
/// <param name="QueryName">Name of the query.</param>
/// <param name="At">Moment of writing (UTC).</param>
/// <param name="Format">How identifiers are written.</param>
internal sealed record QueryHeading(string QueryName, DateTimeOffset At, EpcFormat Format)
{
    /// <summary>Name of a query that has none of its own.</summary>
    public const string Simple = "SimpleEventQuery";

    /// <summary>Subscription that the document is for.</summary>
    public string? SubscriptionId { get; init; }
}
