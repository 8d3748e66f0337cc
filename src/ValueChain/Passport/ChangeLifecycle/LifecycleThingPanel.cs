using Voltloop.Passport.Web;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Puts the life of a battery on its page.</summary>
internal sealed class LifecycleThingPanel : IThingPanel
{
    /// <inheritdoc/>
    public string Key => "lifecycle";

    /// <inheritdoc/>
    public string Title => "Life";

    /// <inheritdoc/>
    public int Order => 35;

    /// <inheritdoc/>
    public Type Component => typeof(LifecyclePanel);

    /// <inheritdoc/>
    public bool AppliesTo(Thing thing) => thing.IsBattery();
}
