using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.QueryEvents;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.Web;

/// <summary>Leads from the evidence of a statement to the event that it names.</summary>
internal sealed class EventLink : IEvidenceLink
{
    /// <inheritdoc/>
    public string? Href(string input) => EventHash.TryParse(input) is null ? null : $"{EpcisRoutes.Path}/events/{Uri.EscapeDataString(input)}";
}
