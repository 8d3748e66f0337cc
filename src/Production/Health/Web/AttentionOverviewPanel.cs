using Voltloop.Web.Composition;

namespace Voltloop.Health.Web;

/// <summary>Puts the batteries that need a look on the overview.</summary>
internal sealed class AttentionOverviewPanel : IOverviewPanel
{
    /// <inheritdoc/>
    public string Key => "needs-attention";

    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public Type Component => typeof(NeedsAttention);
}
