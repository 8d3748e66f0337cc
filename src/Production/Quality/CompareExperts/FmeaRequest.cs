using Voltloop.Core.Problems;

namespace Voltloop.Quality.CompareExperts;

/// <summary>What is asked of an analysis.</summary>
/// <param name="Observed">Failures that were seen, separated by semicolons.</param>
/// <param name="Absent">Failures that were looked for and not seen, separated by semicolons.</param>
/// <param name="Stations">Stations in the order of the line, separated by commas; the order of the columns of the data when left out.</param>
/// <param name="Useful">Correlation below which an effect is of no use; 0.1 when left out.</param>
internal sealed record FmeaRequest(string? Observed = null, string? Absent = null, string? Stations = null, double? Useful = null)
{
    /// <summary>Correlation below which an effect is of no use.</summary>
    public const double UsualUseful = 0.1;

    /// <summary>The same, when it makes sense.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public FmeaRequest Checked() => Useful is null or (> 0 and < 1) ? this : throw new ProblemException(CommonProblems.InvalidValue, "useful is above 0 and below 1.", "useful");

    /// <summary>Names of a list.</summary>
    public static string[] Names(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
