using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>Turns counts back that a converter of units took for angles: a count of 1 became 6.283185.</summary>
internal static class CountRepair
{
    private const double Tolerance = 1e-9;

    /// <summary>Repairs all columns that count.</summary>
    public static CyclerTable Apply(CyclerTable table)
    {
        for (var i = 0; i < table.Data.Columns.Count; i++)
        {
            var column = table.Data.Columns[i];
            if (string.Equals(column.Target.Unit, "1", StringComparison.Ordinal) && IsAngle(table.Data.Values[i]))
            {
                Turn(table.Data.Values[i]);
                table.Repairs.Mend("count-is-angle", column.Header, "all values are multiples of 2π: a count was converted as an angle and was turned back", table.Data.Rows);
            }
        }

        return table;
    }

    private static bool IsAngle(double[] values)
    {
        var seen = false;
        foreach (var value in values)
        {
            var turns = value / Math.Tau;
            if (Math.Abs(turns - Math.Round(turns)) > Tolerance * Math.Max(1, Math.Abs(turns)))
            {
                return false;
            }

            seen |= value > 0;
        }

        return seen;
    }

    private static void Turn(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Round(values[i] / Math.Tau);
        }
    }
}
