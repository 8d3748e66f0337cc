namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// One period of one ledger, kg of the element: opening + extracted + received + produced - consumed - shipped - lost = closing.
/// </summary>
/// <param name="Key">What it is about.</param>
/// <param name="Period">When.</param>
/// <param name="Opening">In stock at the beginning: counted at the end of the period before, else carried on from it.</param>
internal sealed record LedgerLine(LedgerKey Key, LedgerPeriod Period, Amount Opening)
{
    /// <summary>Came into being.</summary>
    public Amount Extracted { get; init; }

    /// <summary>Arrived.</summary>
    public Amount Received { get; init; }

    /// <summary>Came out of transformations.</summary>
    public Amount Produced { get; init; }

    /// <summary>Went into transformations.</summary>
    public Amount Consumed { get; init; }

    /// <summary>Left.</summary>
    public Amount Shipped { get; init; }

    /// <summary>Declared as lost.</summary>
    public Amount Lost { get; init; }

    /// <summary>Counted at the end; <c>null</c> when nobody counted.</summary>
    public Amount? Counted { get; init; }

    /// <summary>What must be in stock at the end.</summary>
    public Amount Closing => Opening + Extracted + Received + Produced - Consumed - Shipped - Lost;

    /// <summary>Counted less what must be there: positive for a surplus.</summary>
    public Amount? Difference => Counted is { } counted ? counted - Closing : null;
}
