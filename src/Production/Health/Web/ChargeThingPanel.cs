using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.Web;

/// <summary>Puts the state of charge on the pages of batteries.</summary>
internal sealed class ChargeThingPanel : IThingPanel
{
    /// <inheritdoc/>
    public string Key => "charge";

    /// <inheritdoc/>
    public string Title => "Charge";

    /// <inheritdoc/>
    public int Order => 12;

    /// <inheritdoc/>
    public Type Component => typeof(ChargeSection);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.IsBattery() && thing.Kind != ThingKind.Model;
}
