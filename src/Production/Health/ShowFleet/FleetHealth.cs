namespace Voltloop.Health.ShowFleet;

/// <summary>The health of the fleet.</summary>
/// <param name="Items">Batteries with a state of health.</param>
internal sealed record FleetHealth(IReadOnlyList<FleetItem> Items)
{
    private const double BinWidth = 2;

    /// <summary>Batteries with flagged samples.</summary>
    public int Flagged => Items.Count(item => item.Flagged > 0);

    /// <summary>Median state of health in %; NaN for an empty fleet.</summary>
    public double Median => Kernels.Robust.Median.Of(Items.Select(item => item.StateOfHealth).ToArray());

    /// <summary>Distribution of the state of health in bars of 2 %, without gaps.</summary>
    public IReadOnlyList<FleetBin> Bins()
    {
        if (Items.Count == 0)
        {
            return [];
        }

        var first = (int)Math.Floor(Items.Min(item => item.StateOfHealth) / BinWidth);
        var last = (int)Math.Floor(Items.Max(item => item.StateOfHealth) / BinWidth);
        var counts = new int[last - first + 1];
        foreach (var item in Items)
        {
            counts[(int)Math.Floor(item.StateOfHealth / BinWidth) - first]++;
        }

        return [.. counts.Select((count, i) => new FleetBin((first + i) * BinWidth, (first + i + 1) * BinWidth, count))];
    }

    /// <summary>The batteries in an order; ties by identifier.</summary>
    public IEnumerable<FleetItem> Ordered(FleetOrder order) => order switch
    {
        FleetOrder.StateOfHealth => Items.OrderBy(item => item.StateOfHealth).ThenBy(item => item.Thing.Value, StringComparer.Ordinal),
        FleetOrder.Fade => Items.OrderByDescending(item => item.FadePer100Cycles ?? double.MinValue).ThenBy(item => item.Thing.Value, StringComparer.Ordinal),
        FleetOrder.Flagged => Items.OrderByDescending(item => item.Flagged).ThenBy(item => item.Thing.Value, StringComparer.Ordinal),
        _ => Items.OrderBy(item => item.Thing.Value, StringComparer.Ordinal),
    };
}
