namespace Voltloop.Tracing.Model.Between;

/// <summary>That a question may be answered, and why.</summary>
/// <param name="Ground">On what ground.</param>
/// <param name="Grant">The grant, when one opens it.</param>
internal sealed record Opening(OpenGround Ground, ChainGrant? Grant = null)
{
    /// <summary>For the log and the asker: <c>partner</c> or <c>grant ID</c>.</summary>
    public override string ToString() => Grant is null ? "partner" : $"grant {Grant.Id}";
}
