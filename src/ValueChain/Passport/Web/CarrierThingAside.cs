using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.Web;

/// <summary>Puts the QR code into the side column of the page of a thing.</summary>
internal sealed class CarrierThingAside : IThingAside
{
    /// <inheritdoc/>
    public string Key => "carrier";

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public Type Component => typeof(CarrierBlock);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.HasPassport();
}
