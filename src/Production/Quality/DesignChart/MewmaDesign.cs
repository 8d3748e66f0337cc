using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.RunLengths;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.DesignChart;

/// <summary>The limit of a multivariate EWMA for an average run length, and how soon it sees shifts.</summary>
internal static class MewmaDesign
{
    /// <summary>Name of the chart.</summary>
    public const string Name = "mewma";

    /// <summary>Most signals.</summary>
    public const int MaxVariables = 20;

    private const double LeastWeight = 0.02;

    private static readonly double[] Shifts = [0.5, 1, 1.5, 2, 3];

    /// <summary>Whether a request is for one.</summary>
    public static bool Is(DesignRequest request) => string.Equals(request.Chart, Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Designs one.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public static DesignResource Of(DesignRequest request)
    {
        var (weight, variables) = (request.Lambda ?? 0.1, request.Variables ?? 2);
        if (weight is not (>= LeastWeight and <= 1)) throw new ProblemException(CommonProblems.InvalidValue, $"lambda is {LeastWeight} to 1 for a multivariate EWMA.", "lambda");
        if (variables is not (>= 2 and <= MaxVariables)) throw new ProblemException(CommonProblems.InvalidValue, $"variables is 2 to {MaxVariables}.", "variables");
        if (request.Limit is not (null or (> 0 and <= 200))) throw new ProblemException(CommonProblems.InvalidValue, "The limit of T² is above 0 and at most 200.", "limit");
        var limit = request.Wanted() is { } length ? MewmaLength.LimitFor(weight, variables, length) : request.Limit ?? MewmaLength.LimitFor(weight, variables, 200);
        RunLengthRow[] rows = [new(0, MewmaLength.InControl(weight, limit, variables), 0, "integral equation (Rigdon 1995)"), .. Rows((weight, limit, variables))];
        return new DesignResource(Name, limit, new HonestyResource(rows, Says(rows)))
        {
            Lambda = weight, Variables = variables, FalseAlarmsPerDay = request.PointsPerDay is { } points ? (request.Charts ?? 1) * points / rows[0].Points : null,
        };
    }

    private static IEnumerable<RunLengthRow> Rows((double Weight, double Limit, int Variables) chart) =>
        MewmaShiftLength.Reach(chart.Weight, chart.Limit) > MewmaShiftLength.LongestReach ? []
            : Shifts.Select(shift => new RunLengthRow(shift, MewmaShiftLength.Of(chart, shift), 0, "integral equation in two dimensions (Runger and Prabhu 1996)"));

    private static string Says(RunLengthRow[] rows)
    {
        var quiet = string.Create(CultureInfo.InvariantCulture, $"A false alarm every {rows[0].Points:F1} points on average");
        return rows.Length == 1 ? quiet + "; shifts are not computed for so small a weight with so wide a limit."
            : string.Create(CultureInfo.InvariantCulture, $"{quiet}; a shift of one standard deviation (Mahalanobis) is seen after {rows[2].Points:F1} points, one of two after {rows[4].Points:F1}. Computed for independent normal rows and known means and covariances.");
    }
}
