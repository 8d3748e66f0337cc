using Voltloop.Core.Problems;

namespace Voltloop.Health.ShowFleet;

/// <summary>Query parameters of cohorts.</summary>
/// <param name="By">model, month or site.</param>
/// <param name="Limit">Most entries of a list.</param>
internal sealed record CohortRequest(string? By, int? Limit)
{
    /// <summary>Most entries.</summary>
    public const int MaxLimit = 10_000;

    /// <summary>What makes a cohort.</summary>
    /// <exception cref="ProblemException">There is no such thing.</exception>
    public CohortKey ReadKey() => By switch
    {
        null or "" or "model" => CohortKey.Model,
        "month" => CohortKey.Month,
        "site" => CohortKey.Site,
        _ => throw new ProblemException(CommonProblems.BadRequest, $"\"{By}\" makes no cohort; use model, month or site.", "by"),
    };
}
