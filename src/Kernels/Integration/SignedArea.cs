namespace Voltloop.Kernels.Integration;

/// <summary>Area above and below zero under a polyline, summed segment by segment.</summary>
internal struct SignedArea
{
    private CompensatedSum _positive;
    private CompensatedSum _negative;

    /// <summary>Both areas as positive numbers, divided by <paramref name="unit"/>.</summary>
    public readonly Throughput In(double unit) => new(_positive.Value / unit, _negative.Value / unit);

    /// <summary>Adds the segment from <paramref name="before"/> to <paramref name="after"/> over the time <paramref name="dt"/>.</summary>
    public void Add(double dt, double before, double after)
    {
        if (before >= 0 == after >= 0 || before == 0 || after == 0)
        {
            AddPart((before + after) / 2 * dt);
            return;
        }

        var crossing = before / (before - after);
        AddPart(before / 2 * dt * crossing);
        AddPart(after / 2 * dt * (1 - crossing));
    }

    private void AddPart(double area)
    {
        if (area >= 0)
        {
            _positive.Add(area);
        }
        else
        {
            _negative.Add(-area);
        }
    }
}
