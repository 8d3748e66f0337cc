using Voltloop.Record.Events;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>A page of a query's answer.</summary>
/// <param name="Events">The events.</param>
/// <param name="Next">Where the next page begins; <c>null</c> on the last one.</param>
internal sealed record QueryPage(IReadOnlyList<RecordedEvent> Events, PageToken? Next);
