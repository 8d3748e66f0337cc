using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.Web;

/// <summary>Puts the health section on the pages of batteries.</summary>
internal sealed class HealthThingPanel : IThingPanel
{
    /// <inheritdoc/>
    public string Key => "health";

    /// <inheritdoc/>
    public string Title => "Health";

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public Type Component => typeof(HealthSection);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.IsBattery();
}
