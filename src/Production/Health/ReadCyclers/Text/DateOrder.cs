using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Decides for a whole column whether the day or the month comes first, and turns packed dates into Unix time.</summary>
internal static class DateOrder
{
    /// <summary>Days from the OLE epoch (30 December 1899) to 1 January 1970.</summary>
    public const double OleDayOf1970 = 25569;

    private const double Day = 86400;
    private const long KnownOrder = 1L << 23;

    /// <summary>Packs the parts of a date, first and second as written, with the seconds of the day.</summary>
    public static double Pack((int First, int Second, int Year) date, bool isKnown, double second) =>
        (((long)date.First << 18) | ((long)date.Second << 13) | (long)date.Year | (isKnown ? KnownOrder : 0)) * (Day * 2) + second;

    /// <summary>Packs a moment after 1970 that needs no decision: below zero, all its digits kept.</summary>
    public static double PackUnix(double second) => -second;

    /// <summary>Turns the column into Unix time in place (taken as UTC). An error when both orders occur.</summary>
    public static void Resolve(double[] column, string header, CyclerTable table, FindingLog log)
    {
        var (first, second) = Largest(column);
        if (first > 12 && second > 12)
        {
            log.Error("date-order-mixed", $"\"{header}\" has days in the first and in the second place: some rows are month first, others day first.");
            return;
        }

        if (first > 0)
        {
            var order = first > 12 ? "day first" : "month first";
            table.Repairs.Convert(first <= 12 && second <= 12 ? "date-order-assumed" : "date-order", header, $"dates were read {order}, as UTC", 0);
        }

        for (var i = 0; i < column.Length; i++)
        {
            column[i] = Unix(column[i], first > 12);
        }
    }

    private static (long First, long Second) Largest(double[] column)
    {
        var (first, second) = (0L, 0L);
        foreach (var packed in column)
        {
            var parts = packed >= 0 ? (long)Math.Floor(packed / (Day * 2)) : KnownOrder;
            if ((parts & KnownOrder) == 0)
            {
                first = Math.Max(first, parts >> 18);
                second = Math.Max(second, (parts >> 13) & 31);
            }
        }

        return (first, second);
    }

    private static double Unix(double packed, bool isDayFirst)
    {
        if (!(packed >= 0))
        {
            return -packed;
        }

        var parts = (long)Math.Floor(packed / (Day * 2));
        var second = Math.Round(packed - parts * (Day * 2), 3);
        var (a, b, year) = ((int)(parts >> 18) & 31, (int)(parts >> 13) & 31, (int)(parts & 8191));
        var swap = isDayFirst && (parts & KnownOrder) == 0;
        return Days(year, swap ? b : a, swap ? a : b) * Day + second;
    }

    // Days from 1970-01-01 in the Gregorian calendar, with March as the first month so that the leap day comes last.
    private static double Days(int year, int month, int day)
    {
        var (y, m) = month <= 2 ? (year - 1, month + 9) : (year, month - 3);
        return 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
    }
}
