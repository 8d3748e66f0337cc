using Voltloop.Core.Problems;

namespace Voltloop.Quality.StudyGauge;

/// <summary>How a gauge is judged.</summary>
/// <param name="Tolerance">Width of the specification, unit of the values.</param>
/// <param name="Method">anova or range; anova when empty.</param>
/// <param name="Columns">Which column stands for which name, as <c>value=Dicke, part=Teil</c>.</param>
internal sealed record GaugeRequest(double? Tolerance = null, string? Method = null, string? Columns = null)
{
    /// <summary>Whether the range method is wanted.</summary>
    /// <exception cref="ProblemException">There is no such method.</exception>
    public bool ByRanges => (string.IsNullOrWhiteSpace(Method) ? "anova" : Method) switch
    {
        "anova" => false,
        "range" => true,
        _ => throw new ProblemException(CommonProblems.InvalidValue, $"There is no method \"{Method}\".", "method", "Use anova or range."),
    };
}
