namespace Voltloop.Health.Model.Fleet;

/// <summary>A battery worth a look.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Label">Short name.</param>
/// <param name="Cohort">Cohort.</param>
/// <param name="StateOfHealth">State of health, %.</param>
/// <param name="RiskPercent">Probability of falling below 80 % within the next 100 cycles, %; absent where the fade is not known.</param>
/// <param name="Reasons">Why, in words, the gravest first.</param>
internal sealed record AttentionEntry(string Id, string Label, string Cohort, double StateOfHealth, double? RiskPercent, IReadOnlyList<string> Reasons);
