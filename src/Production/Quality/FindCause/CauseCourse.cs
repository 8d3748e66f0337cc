using Voltloop.Kernels.Commonality;

namespace Voltloop.Quality.FindCause;

/// <summary>Bad share at a machine over time, in stretches with about as many units each.</summary>
internal static class CauseCourse
{
    private const int Points = 24;

    /// <summary>The course; empty without times.</summary>
    public static IReadOnlyList<CoursePoint> Of(StepColumn column, int level, UnitSet bad)
    {
        if (column.Times is null) return [];
        var visits = Enumerable.Range(0, column.Units).SelectMany(unit => Visits(column, unit, level)).Where(visit => double.IsFinite(visit.At)).OrderBy(visit => visit.At).ToArray();
        if (visits.Length == 0) return [];
        return [.. visits.Chunk(Math.Max(1, (visits.Length + Points - 1) / Points)).Select(part =>
        {
            int[] units = [.. part.Select(visit => visit.Unit).Distinct()];
            return new CoursePoint(FactorResource.Moment(part[0].At)!.Value, FactorResource.Moment(part[^1].At)!.Value, units.Length, units.Count(unit => bad[unit]));
        })];
    }

    private static IEnumerable<(int Unit, double At)> Visits(StepColumn column, int unit, int level)
    {
        var (from, before) = column.Visits(unit);
        for (var visit = from; visit < before; visit++) if (column.Codes[visit] == level) yield return (unit, column.Times![visit]);
    }
}
