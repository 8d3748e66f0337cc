namespace Voltloop.Bench;

/// <summary>What was measured of one comparison, a figure of each side for each round.</summary>
/// <param name="Name">What.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Ours">Our figure of each round.</param>
/// <param name="Plain">The peer's figure of each round; NaN where there is none.</param>
internal sealed record Measurement(string Name, string Unit, double[] Ours, double[] Plain)
{
    /// <summary>True when a smaller figure is the better one.</summary>
    public bool SmallerIsBetter { get; init; }

    /// <summary>What ours must reach, in the unit.</summary>
    public double? Aim { get; init; }

    /// <summary>Which share of the peer's figure ours must reach.</summary>
    public double? AimOfPlain { get; init; }

    /// <summary>Our figure, the median of the rounds.</summary>
    public double Own => Median(Ours);

    /// <summary>The peer's figure, the median of the rounds.</summary>
    public double Peer => Median(Plain);

    /// <summary>How many times better ours is; below 1 it is worse; NaN without a peer.</summary>
    public double Ratio => RatioOf(Own, Peer);

    /// <summary>Smallest and largest ratio of the rounds, or of our figures where there is no peer.</summary>
    public (double Low, double High) Spread
    {
        get
        {
            double[] all = [.. Ours.Zip(Plain, (ours, plain) => double.IsNaN(plain) ? ours : RatioOf(ours, plain))];
            return (all.Min(), all.Max());
        }
    }

    /// <summary>Whether the aim was reached; <c>null</c> without one.</summary>
    public bool? IsReached => AimOfPlain is { } share ? Ratio >= share : Aim is { } aim ? (SmallerIsBetter ? Own <= aim : Own >= aim) : null;

    private double RatioOf(double ours, double plain) => SmallerIsBetter ? plain / ours : ours / plain;

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
