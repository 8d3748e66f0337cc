namespace Voltloop.Tracing.Model.Custody;

/// <summary>Something in the books that needs a look. It is a sign, not a proof.</summary>
/// <param name="Check">What is wrong.</param>
/// <param name="Site">Where.</param>
/// <param name="Element">Symbol, or <see cref="MassFlow.Gross"/>.</param>
/// <param name="Period">When.</param>
/// <param name="Amount">How much, in <see cref="Unit"/>, with its standard uncertainty.</param>
internal sealed record BalanceFinding(BalanceCheck Check, string Site, string Element, LedgerPeriod Period, Amount Amount)
{
    /// <summary>Unit of a change of content.</summary>
    public const string PercentagePoints = "percentage points";

    /// <summary>Material or lot; empty for all of the site.</summary>
    public string Material { get; init; } = "";

    /// <summary>Unit of the amount.</summary>
    public string Unit { get; init; } = "kg";

    /// <summary>What would fit, in <see cref="Unit"/>; <c>null</c> where no single number says it.</summary>
    public Amount? Expected { get; init; }

    /// <summary>What the events say, in <see cref="Unit"/>; the amount is how much this is off.</summary>
    public Amount? Found { get; init; }

    /// <summary>One plain sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>How it was computed, with the rate of false alarms.</summary>
    public required string Method { get; init; }

    /// <summary>Events to look at.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
