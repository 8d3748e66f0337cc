using Voltloop.Kernels.Multivariate;

namespace Voltloop.Quality.Model;

/// <summary>How often a method alarms, and what that says.</summary>
/// <param name="InControl">In all rows known to be in control: those that limits come from, and test rows before the fault.</param>
/// <param name="Before">In test rows before the fault alone: no limit was set on them.</param>
/// <param name="After">In test rows from the fault on; in all of them when none is told.</param>
/// <param name="First">Place of the first of three rows in a row that alarm, from the fault on; -1 for none.</param>
internal sealed record MonitorRates(AlarmRate InControl, AlarmRate Before, AlarmRate After, int First)
{
    /// <summary>Rows in a row that make a lasting alarm.</summary>
    public const int Lasting = 3;

    /// <summary>Nothing was counted.</summary>
    public static readonly MonitorRates None = new(AlarmRate.Of([]), AlarmRate.Of([]), AlarmRate.Of([]), -1);

    /// <summary>Whether alarms are more than chance makes: the interval of the difference is above zero.</summary>
    public bool IsDetected => After.IsAbove(InControl);

    /// <summary>Counts.</summary>
    /// <param name="calibrated">Alarms of rows that limits come from.</param>
    /// <param name="tested">Alarms of the test rows; <c>null</c> where a row was not judged.</param>
    /// <param name="faultFrom">First row with the fault, where that is known.</param>
    /// <param name="memory">Correlation of the figures with the next in control: a sum that remembers long had few chances to alarm.</param>
    public static MonitorRates Of(IReadOnlyList<bool> calibrated, IReadOnlyList<bool?> tested, int? faultFrom, double memory)
    {
        var from = faultFrom ?? 0;
        bool[] before = [.. tested.Take(from).OfType<bool>()], control = [.. calibrated, .. before];
        var runs = Math.Max(memory, AlarmRate.Memory(control));
        return new MonitorRates(AlarmRate.Of(control, runs), AlarmRate.Of(before, runs), AlarmRate.Of([.. tested.Skip(from).OfType<bool>()], runs), FirstLasting(tested, from));
    }

    private static int FirstLasting(IReadOnlyList<bool?> tested, int from)
    {
        var run = 0;
        for (var i = from; i < tested.Count; i++)
        {
            run = tested[i] == true ? run + 1 : 0;
            if (run == Lasting) return i - Lasting + 1;
        }

        return -1;
    }
}
