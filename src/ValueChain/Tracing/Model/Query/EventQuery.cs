using Voltloop.Record.Events;

namespace Voltloop.Tracing.Model.Query;

/// <summary>A query, as far as indexes answer it and the rest.</summary>
/// <param name="Scan">What indexes answer.</param>
/// <param name="Rest">What is looked up in each event.</param>
internal sealed record EventQuery(EventScan Scan, IReadOnlyList<EventPredicate> Rest)
{
    /// <summary>Identifiers of events, when those are asked for.</summary>
    public IReadOnlyList<string>? EventIds { get; init; }

    /// <summary>The field of one's own that results are ordered by; <c>null</c> for time or record.</summary>
    public FieldPath? OrderBy { get; init; }

    /// <summary>No more than this many events, without regard to how many there are.</summary>
    public int? CountLimit { get; init; }

    /// <summary>Refuses to answer when there are more events than this.</summary>
    public int? MaxCount { get; init; }

    /// <summary>Events of a page.</summary>
    public int PerPage { get; init; } = DefaultPerPage;

    /// <summary>Events of a page when nothing is said.</summary>
    public const int DefaultPerPage = 30;

    /// <summary>Most events of a page.</summary>
    public const int MaxPerPage = 5000;
}
