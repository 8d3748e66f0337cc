using Voltloop.Web.Composition;

namespace Voltloop.Health.Web;

/// <summary>Puts the distribution of state of health on the overview.</summary>
internal sealed class FleetOverviewPanel : IOverviewPanel
{
    /// <inheritdoc/>
    public string Key => "fleet-health";

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public Type Component => typeof(FleetDistribution);
}
