using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>What came in, what went out and what is there, period by period, in the shape that the chart element reads.</summary>
internal sealed record BalanceChart(BalanceChart.Axis X, IReadOnlyList<BalanceChart.Line> Series)
{
    private const int Digits = 3;

    /// <summary>The chart of a site and an element over all its materials.</summary>
    public static BalanceChart Of(BalanceBooks books, string site, string element)
    {
        var lines = Ledger.OfSite(books.BySite(element)[site], books.Periods);
        return new BalanceChart(
            new Axis("Periods since " + (lines.Count > 0 ? lines[0].Period.ToString() : "the first"), [.. Enumerable.Range(1, lines.Count).Select(i => (double)i)]),
            [
                Of("In", lines, line => line.Extracted + line.Received),
                Of("Out", lines, line => line.Shipped + line.Lost),
                Of("In stock by the books", lines, line => line.Closing),
                Edge("Lower", lines, -2),
                Edge("Upper", lines, 2),
                new Line("Counted", "kg", "points", [.. lines.Select(line => Round(line.Counted?.Value))]),
            ]);
    }

    private static Line Of(string label, IReadOnlyList<LedgerLine> lines, Func<LedgerLine, Amount> amount) =>
        new(label, "kg", "line", [.. lines.Select(line => Round(amount(line).Value))]);

    private static Line Edge(string label, IReadOnlyList<LedgerLine> lines, double coverage) =>
        new(label, "kg", coverage < 0 ? "band-lower" : "band-upper", [.. lines.Select(line => Round(line.Closing.Value + (coverage * line.Closing.Uncertainty)))]);

    private static double? Round(double? value) => value is { } known ? Math.Round(known, Digits) : null;

    /// <summary>The axis.</summary>
    internal sealed record Axis(string Label, double[] Values);

    /// <summary>One series.</summary>
    internal sealed record Line(string Label, string Unit, string Kind, double?[] Values);
}
