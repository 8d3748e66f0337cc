using System.Globalization;
using Voltloop.Health.Model;
using Voltloop.Health.ReadTables;
using Voltloop.Kernels.Robust;

namespace Voltloop.Health.ImportCapacityTables;

/// <summary>Rules that the values of a capacity table obey; broken ones go to the log with their line.</summary>
internal sealed class CapacityRules(FindingLog log)
{
    /// <summary>No battery of one identifier delivers more in one discharge, in Ah.</summary>
    public const double AbsurdAh = 100_000;

    private const double LargestRatio = 5;
    private const double SmallestRatio = 0.05;

    /// <summary>Checks cycle counts: whole, not negative, growing.</summary>
    public void CheckCycles(CellTable cell)
    {
        for (var i = 0; i < cell.Cycle.Length; i++)
        {
            var cycle = cell.Cycle[i];
            if (!IsCount(cycle))
            {
                log.Error("cycle-count-not-integer", Inv($"Cycle count {cycle} is not a whole number from 0 on."), cell.Lines[i]);
            }
            else if (i > 0 && cycle == cell.Cycle[i - 1])
            {
                log.Error("cycle-duplicated", Inv($"Cycle {cycle} of {cell.Identity.Label} is given twice."), cell.Lines[i]);
            }
            else if (i > 0 && cycle < cell.Cycle[i - 1])
            {
                var before = Array.IndexOf(cell.Cycle, cycle, 0, i) >= 0 ? "cycle-duplicated" : "cycle-backwards";
                log.Error(before, Inv($"Cycle {cycle} of {cell.Identity.Label} comes after cycle {cell.Cycle[i - 1]}."), cell.Lines[i]);
            }
        }
    }

    /// <summary>Checks capacities: a sign or size that cannot be is an error.</summary>
    public void CheckCapacities(CellTable cell)
    {
        for (var i = 0; i < cell.Capacity.Length; i++)
        {
            if (cell.Capacity[i] < 0)
            {
                log.Error("negative-capacity", Inv($"Capacity {cell.Capacity[i]} Ah is negative; give the size of the discharge."), cell.Lines[i]);
            }
            else if (cell.Capacity[i] > AbsurdAh)
            {
                log.Error("absurd-value", Inv($"Capacity {cell.Capacity[i]} Ah is above {AbsurdAh} Ah."), cell.Lines[i]);
            }
        }
    }

    /// <summary>Compares the unit of the table with the rated capacity.</summary>
    public void CheckUnit(CellTable cell, double? rated)
    {
        var median = Median.Of(Array.FindAll(cell.Capacity, value => value > 0));
        var ratio = median / rated;
        if (ratio is > LargestRatio or < SmallestRatio)
        {
            log.Error("unit-mismatch", Inv($"Typical capacity {median} Ah of {cell.Identity.Label} against a rated capacity of {rated} Ah: is the column in another unit?"), cell.Lines[0]);
        }
    }

    /// <summary>Says which samples are left out of estimates.</summary>
    public void ReportFlags(CellTable cell, CellHealth health)
    {
        foreach (var sample in health.Flagged)
        {
            var value = sample.Value is { } ah ? Inv($"{ah} Ah") : "no value";
            log.Warn("capacity-flagged", Inv($"Cycle {sample.Cycle} of {cell.Identity.Label}: {value} ({sample.Rule}). Kept, flagged, left out of estimates."), cell.Lines[sample.Index]);
        }
    }

    private static bool IsCount(double cycle) => cycle >= 0 && cycle == Math.Floor(cycle) && cycle <= int.MaxValue;

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
