using System.Globalization;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadPacks;

/// <summary>What measurements of a pack must be like, and which values are left out.</summary>
internal static class PackRules
{
    private const double LeastVolt = 0.2;
    private const double MostVolt = 6;
    private const double RailShare = 0.02;
    private const int RailCells = 2;

    /// <summary>Errors that stand in the way of a check.</summary>
    public static void Check(TableData data, FindingLog log)
    {
        if (data.Rows < PackLimits.FewestSamples) log.Error("too-few-rows", string.Create(CultureInfo.InvariantCulture, $"The table has {data.Rows} rows; at least {PackLimits.FewestSamples} are needed."));
        if ((long)data.Rows * data.Columns.Count > PackLimits.MostValues) log.Error("too-many-values", string.Create(CultureInfo.InvariantCulture, $"The table has more than {PackLimits.MostValues} values (PackLimits.MostValues)."));
        var time = data.Find(BdfColumns.TestTime)!;
        for (var i = 1; i < time.Length; i++)
        {
            if (!(time[i] > time[i - 1])) log.Error("time-not-growing", string.Create(CultureInfo.InvariantCulture, $"The time goes from {time[i - 1]} to {time[i]} s."), data.Lines[i]);
        }
    }

    /// <summary>The voltages without those that no cell has and those at the rail of the sensors, which count as missing.</summary>
    public static double[][] Plausible(double[][] volt, FindingLog log)
    {
        var kept = Array.ConvertAll(volt, cell => Array.ConvertAll(cell, value => value is > LeastVolt and < MostVolt ? value : double.NaN));
        var odd = volt.SelectMany(cell => cell).Count(value => double.IsFinite(value) && value is <= LeastVolt or >= MostVolt);
        if (odd > 0) log.Warn("implausible-voltage", string.Create(CultureInfo.InvariantCulture, $"{odd} voltages at or below {LeastVolt} V or at or above {MostVolt} V were left out: no cell has them."));
        return WithoutRail(kept, log);
    }

    // Sensors that end below the cells: several stop at the very same highest value, and stay there.
    private static double[][] WithoutRail(double[][] volt, FindingLog log)
    {
        var top = volt.SelectMany(cell => cell).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        int[] stops = [.. volt.Select(cell => cell.Count(value => value.Equals(top)))];
        var railed = stops.Count(count => count > RailShare * volt[0].Length);
        var varied = volt.SelectMany(cell => cell).Any(value => double.IsFinite(value) && value < top);
        if (railed < RailCells || !varied) return volt;
        log.Warn("saturated-sensor", string.Create(CultureInfo.InvariantCulture, $"{stops.Sum()} voltages of {railed} cells stand at {top} V, the highest value of all: the sensors end there. They were left out."));
        return Array.ConvertAll(volt, cell => Array.ConvertAll(cell, value => value.Equals(top) ? double.NaN : value));
    }
}
