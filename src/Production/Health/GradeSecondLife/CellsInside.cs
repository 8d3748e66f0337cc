using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Grading;
using Voltloop.Record.Events;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>State of health of a battery of which only the cells were measured: that of the weakest, by the events that put them in and took them out.</summary>
internal sealed class CellsInside(IEventReader events, IRecordReader record)
{
    private const double Level = 0.95;
    private const double SameRating = 0.005;
    private const int Digits = 3;

    /// <summary>Most cells that are looked at.</summary>
    private const int MostCells = 1_000;

    /// <summary>The state of health as a statement; <c>null</c> when no event put anything into the battery.</summary>
    /// <exception cref="ProblemException">Some of the cells have no state of health with an interval, or their ratings differ.</exception>
    public async Task<Statement?> HealthAsync(ThingId battery, DateTimeOffset now, CancellationToken cancellation)
    {
        var names = await NamesAsync(battery, cancellation);
        if (names.Count == 0) return null;
        if (names.Count > MostCells) throw new ProblemException(CommonProblems.LimitExceeded, $"{names.Count} things are in this battery; the limit CellsInside.MostCells is {MostCells}.");
        var cells = new List<(double Percent, Interval Interval, double Rated)>();
        foreach (var name in names) if (await CellAsync(name, cancellation) is { } cell) cells.Add(cell);
        Check(cells, names.Count);
        var (percent, interval) = WeakestCell.Of([.. cells.Select(cell => (cell.Percent, cell.Interval))], Level);
        return new StatementContext(battery, now, [.. names]).Number(HealthTerms.StateOfHealth, Math.Round(percent, Digits), "%", WeakestCell.Method)
            with { Uncertainty = interval with { Lower = Math.Round(interval.Lower, Digits), Upper = Math.Round(interval.Upper, Digits) } };
    }

    private static void Check(List<(double Percent, Interval Interval, double Rated)> cells, int inside)
    {
        if (cells.Count < inside)
            throw new ProblemException(CommonProblems.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"{inside - cells.Count} of the {inside} things in this battery have no capacity with an interval in the record."), null, "Import the capacity of each cell, or of the battery itself.");
        var (least, most) = (cells.Min(cell => cell.Rated), cells.Max(cell => cell.Rated));
        if (most > least * (1 + SameRating))
            throw new ProblemException(CommonProblems.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"The cells in this battery are rated from {least:0.###} to {most:0.###} Ah."), null, "The weakest cell limits a string of cells of one rating only; import the capacity of the battery itself.");
    }

    private async Task<(double Percent, Interval Interval, double Rated)?> CellAsync(string name, CancellationToken cancellation)
    {
        var facts = HealthFacts.Of(await record.ReadStatementsAsync(ThingId.Parse(name), AsOf.Latest, cancellation));
        return facts.Find(HealthTerms.StateOfHealth)?.Statement is { Uncertainty: { } interval } health && health.Value.AsNumber() is { } percent && facts.ReferenceAh is { } rated
            ? (percent, interval, rated) : null;
    }

    private async Task<IReadOnlyCollection<string>> NamesAsync(ThingId battery, CancellationToken cancellation)
    {
        var inside = new SortedSet<string>(StringComparer.Ordinal);
        var scan = new EventScan { Names = [new EventNames([battery.Value], EventRoles.Parent)], Descending = false, Limit = EventScan.MaxLimit };
        foreach (var told in (await events.ScanAsync(scan, cancellation)).Items) Apply(told, inside);
        return inside;
    }

    // A deletion that names nobody takes everything out (EPCIS 2.0, AggregationEvent).
    private static void Apply(RecordedEvent told, SortedSet<string> inside)
    {
        using var json = JsonDocument.Parse(told.Json);
        string[] children = json.RootElement.TryGetProperty("childEPCs", out var list) ? [.. list.EnumerateArray().Select(child => child.GetString()!)] : [];
        var action = json.RootElement.TryGetProperty("action", out var said) ? said.GetString() : null;
        if (action != "DELETE") inside.UnionWith(children);
        else if (children.Length == 0) inside.Clear();
        else inside.ExceptWith(children);
    }
}
