using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>
/// Gives current its BDF sign (+ = charge): unsigned current takes it from the kind of step, and a current that the kind of
/// step or the counters show to be positive while discharging is turned around.
/// </summary>
internal static class SignRepair
{
    /// <summary>The table with signed current, where there is a witness that is beyond doubt.</summary>
    public static CyclerTable Apply(CyclerTable table)
    {
        if (table.Data.Find(BdfColumns.Current) is not { } current || table.Data.Find(BdfColumns.Voltage) is null)
        {
            return table;
        }

        if (IsUnsigned(table.Data, current))
        {
            var rows = SignByWord(table.Data, current);
            table.Repairs.Convert("sign-from-state", "current_ampere", "current has no sign: made negative where the state says discharge", rows);
        }
        else if (new SignCheck(table.Data).Ask() is { IsReversed: true, IsCertain: true } verdict)
        {
            Turn(current);
            table.Repairs.Mend("sign-turned", "current_ampere", $"positive while {verdict.Witness} shows a discharge ({verdict.Disagree} of {verdict.Agree + verdict.Disagree} rows): turned around, + is charge", table.Data.Rows);
        }

        return table;
    }

    // Unsigned: never below zero, although some step is a discharge and some step is a charge.
    private static bool IsUnsigned(TableData data, double[] current)
    {
        var (charging, discharging, step) = (false, false, new StepDirection());
        for (var row = 0; row < current.Length && data.Texts.Count > 0; row++)
        {
            if (current[row] < 0)
            {
                return false;
            }

            var direction = current[row] > 0 ? step.Of(data.Texts[0][row]) : 0;
            charging |= direction > 0;
            discharging |= direction < 0;
        }

        return charging && discharging;
    }

    private static int SignByWord(TableData data, double[] current)
    {
        var (rows, step) = (0, new StepDirection());
        for (var row = 0; row < current.Length; row++)
        {
            if (current[row] > 0 && step.Of(data.Texts[0][row]) < 0)
            {
                current[row] = -current[row];
                rows++;
            }
        }

        return rows;
    }

    private static void Turn(double[] current)
    {
        for (var row = 0; row < current.Length; row++)
        {
            current[row] = current[row] == 0 ? 0 : -current[row];
        }
    }
}
