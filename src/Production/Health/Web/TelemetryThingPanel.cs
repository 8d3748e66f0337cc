using Voltloop.Record.Telemetry;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.Web;

/// <summary>Puts what telemetry says on the pages of batteries that send.</summary>
internal sealed class TelemetryThingPanel(ITelemetryStore store) : IThingPanel
{
    /// <inheritdoc/>
    public string Key => "telemetry";

    /// <inheritdoc/>
    public string Title => "Telemetry";

    /// <inheritdoc/>
    public int Order => 13;

    /// <inheritdoc/>
    public Type Component => typeof(TelemetrySection);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.IsBattery() && store.FindTrack(thing.Id) is not null;
}
