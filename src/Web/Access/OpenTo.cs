namespace Voltloop.Web.Access;

/// <summary>
/// Endpoint metadata: who may send a request that changes something. Without it, only actors who may write. Put
/// <see cref="Anyone"/> on routes that take a body and change nothing, for example a verification.
/// </summary>
public sealed class OpenTo
{
    private OpenTo()
    {
    }

    /// <summary>Anyone, also without a login.</summary>
    public static readonly OpenTo Anyone = new();

    /// <summary>Any actor that is known, also one who may only read.</summary>
    public static readonly OpenTo Known = new();
}
