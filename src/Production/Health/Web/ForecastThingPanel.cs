using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.Web;

/// <summary>Puts the forecast of life on the pages of batteries.</summary>
internal sealed class ForecastThingPanel : IThingPanel
{
    /// <inheritdoc/>
    public string Key => "forecast";

    /// <inheritdoc/>
    public string Title => "Expected life";

    /// <inheritdoc/>
    public int Order => 12;

    /// <inheritdoc/>
    public Type Component => typeof(ForecastSection);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.IsBattery();
}
