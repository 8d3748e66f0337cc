namespace Voltloop.Record.Terms;

/// <summary>What is asked of a category from a day on: data, not code.</summary>
/// <param name="Subject">Data point or term.</param>
/// <param name="Category">ev, lmt, industrial or industrialStationary.</param>
/// <param name="Status">How far it is asked.</param>
/// <param name="From">First day on which the rule counts; <c>null</c> for rules without a date.</param>
public sealed record CompletenessRule(string Subject, string Category, RuleStatus Status, DateOnly? From)
{
    /// <summary>Why the subject is not to be filled.</summary>
    public RuleReason Reason { get; init; }

    /// <summary>Article or annex behind the rule.</summary>
    public string Provision { get; init; } = "";

    /// <summary>Remark for people.</summary>
    public string? Note { get; init; }
}
