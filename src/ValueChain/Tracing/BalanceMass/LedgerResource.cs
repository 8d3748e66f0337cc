using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>One line of a ledger: opening + extracted + received + produced - consumed - shipped - lost = closing.</summary>
/// <param name="Operator">Who captured the events.</param>
/// <param name="Site">Where.</param>
/// <param name="Material">Name, or class of its lots.</param>
/// <param name="Element">Symbol, or <c>mass</c>.</param>
/// <param name="CustodyModel">As stated.</param>
/// <param name="Period">When.</param>
internal sealed record LedgerResource(string Operator, string Site, string Material, string Element, CustodyModel CustodyModel, string Period)
{
    public required AmountResource Opening { get; init; }

    public required AmountResource Extracted { get; init; }

    public required AmountResource Received { get; init; }

    public required AmountResource Produced { get; init; }

    public required AmountResource Consumed { get; init; }

    public required AmountResource Shipped { get; init; }

    public required AmountResource Lost { get; init; }

    /// <summary>What must be there at the end.</summary>
    public required AmountResource Closing { get; init; }

    /// <summary>What was counted; absent when nobody counted.</summary>
    public AmountResource? Counted { get; init; }

    /// <summary>Counted less closing.</summary>
    public AmountResource? Difference { get; init; }

    public static LedgerResource Of(LedgerLine line) =>
        new(line.Key.Operator, line.Key.Site, line.Key.Material, line.Key.Element, line.Key.Model, line.Period.ToString())
        {
            Opening = AmountResource.Of(line.Opening),
            Extracted = AmountResource.Of(line.Extracted),
            Received = AmountResource.Of(line.Received),
            Produced = AmountResource.Of(line.Produced),
            Consumed = AmountResource.Of(line.Consumed),
            Shipped = AmountResource.Of(line.Shipped),
            Lost = AmountResource.Of(line.Lost),
            Closing = AmountResource.Of(line.Closing),
            Counted = line.Counted is { } counted ? AmountResource.Of(counted) : null,
            Difference = line.Difference is { } difference ? AmountResource.Of(difference) : null,
        };
}
