namespace Voltloop.Kernels.Packs;

/// <summary>Balances a pack at rest and tells how long it took, what it cost and what it gained.</summary>
public static class BalancingRun
{
    /// <summary>Longest balancing, h.</summary>
    public const double MostHours = 240;

    /// <summary>Time of one step, s.</summary>
    public const double StepSeconds = 20;

    private const int MostPoints = 400;
    private const double DriveRate = 0.2;
    private const int KeptEvery = 15;

    // Voltages still move after a charge or a discharge: half an hour says whether anything is left to do.
    private const int PatienceOfPoints = 6;

    /// <summary>Balances.</summary>
    /// <param name="model">The pack at its start.</param>
    /// <param name="mode">How.</param>
    /// <param name="settings">Sizes.</param>
    /// <param name="limits">Voltages of an empty and a full cell, V, for the ways that begin at an end.</param>
    public static BalancingOutcome Of(PackModel model, BalancingMode mode, BalancingSettings settings, (double Low, double High) limits)
    {
        var pack = new PackSolver(model);
        var before = Usable(model, pack);
        if (mode is BalancingMode.Top or BalancingMode.Bottom) Drive(pack, (mode == BalancingMode.Top ? DriveRate : -DriveRate) * model.Parallel * model.Circuit.Circuit.CapacityAh, limits);
        var (lost, hours, idle, points) = (pack.Energy, 0.0, 0, new List<(double Hours, double Spread)> { (0, SpreadOf(pack)) });
        for (var step = 1; hours < MostHours && points[^1].Spread > settings.Target && idle < KeptEvery * PatienceOfPoints; step++)
        {
            idle = Balancer.Decide(pack, mode, settings) ? 0 : idle + 1;
            pack.Step(StepSeconds, 0);
            hours = step * StepSeconds / 3600;
            if (step % KeptEvery == 0) points.Add((hours, SpreadOf(pack)));
        }

        var thinned = points.Where((_, i) => i % Math.Max(1, points.Count / MostPoints) == 0 || i == points.Count - 1).ToArray();
        return new BalancingOutcome(mode, hours, points[^1].Spread <= settings.Target, Lost(pack.Energy) - Lost(lost))
        {
            Before = before, After = Usable(model, pack), Spread = [.. thinned.Select(point => point.Spread)], SpreadHours = [.. thinned.Select(point => point.Hours)],
        };
    }

    /// <summary>Usable capacity of a pack as it stands.</summary>
    public static UsableCapacity Usable(PackModel model, PackSolver pack)
    {
        double[] capacity = [.. Enumerable.Range(0, model.Series).Select(group => model.Cells.Skip(group * model.Parallel).Take(model.Parallel).Sum(cell => cell.CapacityAh))];
        double[] charge = [.. Enumerable.Range(0, model.Series).Select(pack.GroupCharge)];
        return UsableCapacity.Of(capacity, charge);
    }

    /// <summary>Difference between the fullest and the emptiest group, 0 to 1.</summary>
    public static double SpreadOf(PackSolver pack)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var group = 0; group < pack.GroupVolt.Length; group++)
        {
            var charge = pack.GroupCharge(group);
            (low, high) = (Math.Min(low, charge), Math.Max(high, charge));
        }

        return high - low;
    }

    private static void Drive(PackSolver pack, double ampere, (double Low, double High) limits)
    {
        for (var hours = 0.0; hours < 1.2 / DriveRate && pack.GroupVolt.Max() < limits.High && pack.GroupVolt.Min() > limits.Low; hours += StepSeconds / 3600)
        {
            pack.Step(StepSeconds, ampere);
        }
    }

    private static double Lost(PackEnergy energy) => energy.Cells + energy.Connections + energy.Bleed - energy.Moved;
}
