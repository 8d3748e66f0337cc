using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Something in the books that needs a look.</summary>
/// <param name="Check">conservation, allowance, shipments, lot-overuse, order, transit, grade, network or claim.</param>
/// <param name="Site">Where.</param>
/// <param name="Material">Material or lot; empty for all of the site.</param>
/// <param name="Element">Symbol, or <c>mass</c>.</param>
/// <param name="Period">When.</param>
/// <param name="Amount">How much.</param>
internal sealed record FindingResource(BalanceCheck Check, string Site, string Material, string Element, string Period, AmountResource Amount)
{
    /// <summary>One plain sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>How it was computed, with its rate of false alarms.</summary>
    public required string Method { get; init; }

    /// <summary>Events to look at.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    public static FindingResource Of(BalanceFinding finding) =>
        new(finding.Check, finding.Site, finding.Material, finding.Element, finding.Period.ToString(), AmountResource.Of(finding.Amount, finding.Unit))
        {
            Sentence = finding.Sentence,
            Method = finding.Method,
            Evidence = finding.Evidence,
        };
}
