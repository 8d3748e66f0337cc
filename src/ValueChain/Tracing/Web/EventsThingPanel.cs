using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.Web;

/// <summary>Puts the timeline of events on the page of a thing.</summary>
internal sealed class EventsThingPanel : IThingPanel
{
    /// <inheritdoc/>
    public string Key => "events";

    /// <inheritdoc/>
    public string Title => "Events";

    /// <inheritdoc/>
    public int Order => 45;

    /// <inheritdoc/>
    public Type Component => typeof(EventsPanel);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.Kind is not ThingKind.Operator;
}
