using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>Gives counters of charge and energy the scope in which they start again: test, cycle, step or schedule.</summary>
internal static class ScopeRepair
{
    private const double Tolerance = 1e-6;
    private static readonly string[] Flows = ["charging_capacity", "discharging_capacity", "charging_energy", "discharging_energy"];

    /// <summary>The table with counters under the name of their scope.</summary>
    public static CyclerTable Apply(CyclerTable table)
    {
        var columns = table.Data.Columns.Select((column, i) => Flows.Contains(column.Target.Quantity, StringComparer.Ordinal) && Falls(table.Data.Values[i]) is { Count: > 0 } falls
            ? Rename(table, column, falls) : column).ToArray();
        return table with { Data = table.Data with { Columns = columns } };
    }

    private static MeasuredColumn Rename(CyclerTable table, MeasuredColumn column, List<int> falls)
    {
        var scope = Changes(table.Data.Find(BdfColumns.CycleCount), falls) ? "cycle"
            : Changes(table.Data.Find("step_count") ?? table.Data.Find("step_id") ?? table.Data.Find("step_index"), falls) ? "step" : "schedule";
        var target = BdfColumns.Find($"{scope}_{column.Target.Quantity}")!;
        if (table.Data.Find(target.Name) is not null)
        {
            return column;
        }

        table.Repairs.Mend("counter-resets", column.Header, $"starts again with every {scope}: named {target.Name}", falls.Count);
        return column with { Target = target };
    }

    private static List<int> Falls(double[] counter)
    {
        var falls = new List<int>();
        var most = 0.0;
        foreach (var value in counter)
        {
            most = value > most ? value : most;
        }

        for (var i = 1; i < counter.Length; i++)
        {
            if (counter[i] < counter[i - 1] / 2 && counter[i - 1] > Tolerance * most)
            {
                falls.Add(i);
            }
        }

        return falls;
    }

    // Instruments write the old counter once more in the first record of a step, so a neighbour of the fall counts too.
    private static bool Changes(double[]? count, List<int> rows) => count is not null && rows.TrueForAll(row =>
        Enumerable.Range(row - 1, 3).Any(near => near > 0 && near < count.Length && !count[near].Equals(count[near - 1])));
}
