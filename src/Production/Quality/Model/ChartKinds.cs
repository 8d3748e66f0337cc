using Voltloop.Core.Problems;

namespace Voltloop.Quality.Model;

/// <summary>Names and properties of the kinds of charts.</summary>
internal static class ChartKinds
{
    /// <summary>Names on the command line and over HTTP, with what people call them.</summary>
    public static readonly IReadOnlyList<(ChartKind Kind, string Name, string Title)> All =
    [
        (ChartKind.XbarR, "xbar-r", "Means (spread from ranges)"),
        (ChartKind.XbarS, "xbar-s", "Means (spread from standard deviations)"),
        (ChartKind.Range, "r", "Ranges"),
        (ChartKind.Deviation, "s", "Standard deviations"),
        (ChartKind.Individuals, "individuals", "Single values"),
        (ChartKind.MovingRange, "mr", "Moving range"),
        (ChartKind.P, "p", "Share nonconforming (p)"),
        (ChartKind.Np, "np", "Number nonconforming (np)"),
        (ChartKind.C, "c", "Nonconformities (c)"),
        (ChartKind.U, "u", "Nonconformities per unit (u)"),
        (ChartKind.LaneyP, "laney-p", "Share nonconforming, Laney (p′)"),
        (ChartKind.LaneyU, "laney-u", "Nonconformities per unit, Laney (u′)"),
        (ChartKind.ShortRuns, "short-runs", "Short runs, standardised"),
        (ChartKind.Residuals, "residuals", "Residuals of AR(1)"),
        (ChartKind.Ewma, "ewma", "EWMA"),
        (ChartKind.Cusum, "cusum", "CUSUM"),
    ];

    /// <summary>The kind of a name.</summary>
    /// <exception cref="ProblemException">There is no such kind.</exception>
    public static ChartKind Parse(string name)
    {
        foreach (var known in All)
        {
            if (string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)) return known.Kind;
        }

        throw new ProblemException(CommonProblems.InvalidValue, $"There is no chart \"{name}\".", "chart", $"Charts: {string.Join(", ", All.Select(known => known.Name))}.");
    }

    /// <summary>Name.</summary>
    public static string NameOf(ChartKind kind) => All.First(known => known.Kind == kind).Name;

    /// <summary>What people call it.</summary>
    public static string TitleOf(ChartKind kind) => All.First(known => known.Kind == kind).Title;

    /// <summary>Whether it counts instead of measuring.</summary>
    public static bool Counts(ChartKind kind) => kind is ChartKind.P or ChartKind.Np or ChartKind.C or ChartKind.U or ChartKind.LaneyP or ChartKind.LaneyU;

    /// <summary>Whether it needs subgroups of two or more.</summary>
    public static bool NeedsSubgroups(ChartKind kind) => kind is ChartKind.XbarR or ChartKind.XbarS or ChartKind.Range or ChartKind.Deviation;

    /// <summary>Whether points carry the past with them, so that only the limits are a rule for them.</summary>
    public static bool Remembers(ChartKind kind) => kind is ChartKind.Ewma or ChartKind.Cusum or ChartKind.MovingRange;
}
