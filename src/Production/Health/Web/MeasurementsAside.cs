using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.Web;

/// <summary>Leads from the page of a battery to what was measured of it.</summary>
internal sealed class MeasurementsAside : IThingAside
{
    /// <inheritdoc/>
    public string Key => "measurements";

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public Type Component => typeof(MeasurementsBlock);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.IsBattery();
}
