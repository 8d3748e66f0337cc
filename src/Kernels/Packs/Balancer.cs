namespace Voltloop.Kernels.Packs;

/// <summary>Decides in every step which groups are bled or exchange charge, from what a battery management system knows: voltages, and charge where the mode uses it.</summary>
public static class Balancer
{
    /// <summary>Sets the conductances and currents of the next step; returns false when nothing is switched on.</summary>
    public static bool Decide(PackSolver pack, BalancingMode mode, BalancingSettings settings)
    {
        pack.Siemens.Clear();
        pack.Moved.Clear();
        return mode switch
        {
            BalancingMode.Top or BalancingMode.Bottom => Bleed(pack, settings, group => pack.GroupVolt[group], settings.ThresholdVolt),
            BalancingMode.Charge => Bleed(pack, settings, pack.GroupCharge, settings.ThresholdCharge),
            BalancingMode.Capacitor => Share(pack, settings),
            BalancingMode.Inductor => Carry(pack, settings),
            _ => false,
        };
    }

    private static bool Bleed(PackSolver pack, BalancingSettings settings, Func<int, double> level, double threshold)
    {
        var lowest = double.PositiveInfinity;
        for (var group = 0; group < pack.GroupVolt.Length; group++) lowest = Math.Min(lowest, level(group));
        var any = false;
        for (var group = 0; group < pack.GroupVolt.Length; group++)
        {
            var on = level(group) > lowest + threshold;
            pack.Siemens[group] = on ? 1 / settings.BleedOhm : 0;
            any |= on;
        }

        return any;
    }

    // Charge is conserved; the energy of the difference in voltage is lost in the switches whatever they are made of. The currents
    // between neighbours are solved together (Thomas), with each group as a source behind its resistance: decided one by one from
    // the last voltages they would swing when the switches conduct better than the cells.
    private static bool Share(PackSolver pack, BalancingSettings settings)
    {
        var pairs = pack.GroupVolt.Length - 1;
        var (above, right) = (new double[Math.Max(0, pairs)], new double[Math.Max(0, pairs)]);
        for (var p = 0; p < pairs; p++)
        {
            var (left, next) = (pack.Source(p), pack.Source(p + 1));
            var pivot = settings.CapacitorOhm + left.Ohm + next.Ohm + (p > 0 ? left.Ohm * above[p - 1] : 0);
            above[p] = -next.Ohm / pivot;
            right[p] = (left.Volt - next.Volt + (p > 0 ? left.Ohm * right[p - 1] : 0)) / pivot;
        }

        for (var p = pairs - 1; p >= 0; p--)
        {
            right[p] -= p + 1 < pairs ? above[p] * right[p + 1] : 0;
            pack.Moved[p] -= right[p];
            pack.Moved[p + 1] += right[p];
        }

        return pairs > 0;
    }

    private static bool Carry(PackSolver pack, BalancingSettings settings)
    {
        var (high, low) = (0, 0);
        for (var group = 1; group < pack.GroupVolt.Length; group++)
        {
            high = pack.GroupCharge(group) > pack.GroupCharge(high) ? group : high;
            low = pack.GroupCharge(group) < pack.GroupCharge(low) ? group : low;
        }

        if (pack.GroupCharge(high) - pack.GroupCharge(low) <= settings.ThresholdCharge) return false;
        pack.Moved[high] = -settings.InductorAmpere;
        pack.Moved[low] = settings.InductorEfficiency * settings.InductorAmpere * pack.GroupVolt[high] / pack.GroupVolt[low];
        return true;
    }
}
