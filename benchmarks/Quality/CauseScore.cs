using Voltloop.Kernels.Commonality;

namespace Voltloop.Bench.Quality;

/// <summary>How well a search found what was planted.</summary>
/// <param name="Kind">Kind of cause.</param>
/// <param name="First">Whether the first name was the planted one.</param>
/// <param name="Third">Whether it was among the first three.</param>
/// <param name="Named">Whether anything was named.</param>
internal sealed record CauseScore(int Kind, bool First, bool Third, bool Named)
{
    /// <summary>Share of the truly affected units among those that would be called back.</summary>
    public double Precision { get; init; } = double.NaN;

    /// <summary>Share of the truly affected units that would be called back.</summary>
    public double Recall { get; init; } = double.NaN;

    /// <summary>Whether the interval for the beginning holds the planted one; <c>null</c> without a window.</summary>
    public bool? Covered { get; init; }

    /// <summary>Both of two guilty machines were named.</summary>
    public bool Both { get; init; }

    /// <summary>Searches and compares.</summary>
    public static CauseScore Of(PlantedGenealogy planted, CommonalitySettings settings)
    {
        var report = new CommonalitySearch(planted.Columns(), planted.Bad, settings).Find();
        CommonalityFactor[] names = [.. report.Causes.Select(cause => cause.Head), .. report.Causes.SelectMany(cause => cause.Alike), .. report.Ranking];
        var score = new CauseScore(planted.Kind, names.Length > 0 && planted.Names(names[0]), names.Take(3).Any(planted.Names), report.Causes.Count > 0)
        {
            Both = report.Causes.Select(cause => cause.Head.Level).Intersect([planted.Level, planted.Other]).Count() == 2,
        };
        return report.Causes.Count == 0 || planted.Kind == 0 ? score : Compared(score, planted, report);
    }

    private static CauseScore Compared(CauseScore score, PlantedGenealogy planted, CommonalityReport report)
    {
        var (listed, both, window) = (0, 0, report.Causes[0].Head.Window);
        for (var unit = 0; unit < planted.Units; unit++)
        {
            if (!report.Causes.Any(cause => cause.Head.Has(unit))) continue;
            listed++;
            if (planted.Affected[unit]) both++;
        }

        return score with
        {
            Precision = (double)both / listed, Recall = (double)both / planted.Affected.Count,
            Covered = planted.Kind == 2 && score.First && window is not null ? window.Onset.Earliest <= FirstAffected(planted) && FirstAffected(planted) <= window.Onset.Latest : null,
        };
    }

    private static int FirstAffected(PlantedGenealogy planted) => Enumerable.Range(planted.From, planted.Units - planted.From).First(unit => planted.Affected[unit]);
}
