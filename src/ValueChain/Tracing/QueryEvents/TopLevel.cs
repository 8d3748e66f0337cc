using Voltloop.Record.Events;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>A kind of names that events can be reached by.</summary>
/// <param name="Path">Path of the list.</param>
/// <param name="What">What it lists.</param>
/// <param name="Roles">Fields of events that it stands for.</param>
/// <param name="Parameter">Parameter of a query that asks for one of them.</param>
internal sealed record TopLevel(string Path, string What, EventRoles Roles, string Parameter)
{
    /// <summary>All of EPCIS 2.0.</summary>
    public static readonly IReadOnlyList<TopLevel> All =
    [
        new("eventTypes", "event types", EventRoles.Type, "eventType"),
        new("epcs", "things and classes", EventRoles.Objects, "MATCH_anyEPC"),
        new("bizSteps", "business steps", EventRoles.BizStep, "EQ_bizStep"),
        new("bizLocations", "business locations", EventRoles.BizLocation, "EQ_bizLocation"),
        new("readPoints", "read points", EventRoles.ReadPoint, "EQ_readPoint"),
        new("dispositions", "dispositions", EventRoles.Disposition, "EQ_disposition"),
    ];

    /// <summary>Name of the list in names of endpoints.</summary>
    public string Title => char.ToUpperInvariant(Path[0]) + Path[1..];
}
