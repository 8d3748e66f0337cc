namespace Voltloop.Tracing.BalanceMass;

/// <summary>A site in the overview.</summary>
/// <param name="Id">Its name in events.</param>
/// <param name="Label">Its label in the record, else its name.</param>
/// <param name="Findings">What is wrong with its books.</param>
/// <param name="Elements">Elements that it moves.</param>
/// <param name="LastPeriod">Period of its last movement.</param>
internal sealed record SiteResource(string Id, string Label, int Findings, IReadOnlyList<string> Elements, string LastPeriod);
