namespace Voltloop.Tracing.Model.Custody;

/// <summary>One stream of a material network.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Node it leaves, or -1.</param>
/// <param name="To">Node it enters, or -1.</param>
internal sealed record NetworkStream(NetworkStreamKind Kind, int From, int To)
{
    /// <summary>How much flows in a stretch of time: kg with standard uncertainty.</summary>
    public required Func<LedgerPeriod, Amount> In { get; init; }
}
