namespace Voltloop.Tracing.TraceLineage;

/// <summary>One thing of an answer.</summary>
/// <param name="Id">Its name: a thing, a lot, a class; or the hash of the transformation that several inputs went through.</param>
/// <param name="Steps">Steps from the start.</param>
/// <param name="Over">The neighbour nearer to the start.</param>
/// <param name="Kind"><c>transformation</c>, <c>aggregation</c> or <c>association</c>.</param>
/// <param name="At">When that step happened (UTC).</param>
/// <param name="Event">Number of the event that says so.</param>
public sealed record LineageNode(string Id, int Steps, string Over, string Kind, DateTimeOffset At, long Event)
{
    /// <summary>False when it was taken out again.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Walking down: whether it is in, or became, another node of the answer.</summary>
    public bool IsPart { get; init; }

    /// <summary>Mass that went over that step, kg; <c>null</c> when nobody said.</summary>
    public double? MassKg { get; init; }

    /// <summary>Walking down: share of its mass that stems from the start, 0 to 1; <c>null</c> when a mass is not known.</summary>
    public double? Share { get; init; }
}
