using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.Web;

/// <summary>Puts the completeness of the passport on the page of a thing.</summary>
internal sealed class CompletenessThingPanel : IThingPanel
{
    /// <inheritdoc/>
    public string Key => "completeness";

    /// <inheritdoc/>
    public string Title => "Completeness";

    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public Type Component => typeof(CompletenessPanel);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.HasPassport();
}
