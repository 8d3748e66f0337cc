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
    /// <summary>First moment of the period (UTC).</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First moment after it (UTC).</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>What would fit; <c>null</c> where no single number says it.</summary>
    public AmountResource? Expected { get; init; }

    /// <summary>What the events say; the amount is the difference of the two.</summary>
    public AmountResource? Found { get; init; }

    /// <summary>One plain sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>How it was computed, with its rate of false alarms.</summary>
    public required string Method { get; init; }

    /// <summary>Events to look at.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    public static FindingResource Of(BalanceFinding finding) =>
        new(finding.Check, finding.Site, finding.Material, finding.Element, finding.Period.ToString(), AmountResource.Of(finding.Amount, finding.Unit))
        {
            From = finding.Period.From,
            To = finding.Period.To,
            Expected = Level(finding.Expected, finding.Unit),
            Found = Level(finding.Found, finding.Unit),
            Sentence = finding.Sentence,
            Method = finding.Method,
            Evidence = finding.Evidence,
        };

    /// <summary>The gap in words: what would fit, what was found, how much that is off, and when; empty where no numbers say it.</summary>
    public string Gap => Expected is null || Found is null ? "" : $"expected {Expected.Text}, found {Found.Text}, difference {Amount.Text}, {Period}";

    private static AmountResource? Level(Amount? amount, string unit) =>
        amount is { } known ? AmountResource.Of(known, unit == BalanceFinding.PercentagePoints ? "%" : unit) : null;
}
