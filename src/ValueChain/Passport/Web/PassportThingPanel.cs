using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.Web;

/// <summary>Puts the passport on the page of a thing.</summary>
internal sealed class PassportThingPanel : IThingPanel
{
    /// <inheritdoc/>
    public string Key => "passport";

    /// <inheritdoc/>
    public string Title => "Passport";

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public Type Component => typeof(PassportPanel);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.HasPassport();
}
