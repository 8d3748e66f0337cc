using Voltloop.Core.Problems;
using Voltloop.Kernels.Commonality;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Events;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;

namespace Voltloop.Quality.FindCause;

/// <summary>Finds what bad units have in common, in a table or in the record.</summary>
/// <param name="record">Statements.</param>
/// <param name="events">Events.</param>
/// <param name="readings">Readings of machines.</param>
internal sealed class CauseFinder(IRecordReader record, IEventReader events, ReadingCheck readings)
{
    /// <summary>Most possible causes that are listed.</summary>
    public const int MaxRanked = 30;

    /// <summary>Counter-examples that are listed of each sort.</summary>
    public const int MaxExamples = 20;

    /// <summary>Looks into a table. Nothing is written.</summary>
    /// <exception cref="ProblemException">The table cannot be read.</exception>
    public async Task<CauseResource> OfFileAsync(ImportSource source, CauseRequest request, CancellationToken cancellation) =>
        await FindAsync(CauseFile.Read(DelimitedTable.Read(source), request.Checked()), cancellation);

    /// <summary>Looks into the record: bad units of the field, the rest of their cohort, and their genealogy.</summary>
    /// <exception cref="ProblemException">The record has nothing that could be compared.</exception>
    public async Task<CauseResource> OfRecordAsync(CauseRequest request, CancellationToken cancellation) =>
        await FindAsync(await new FieldReader(record, events).ReadAsync(request.Checked(), cancellation), cancellation);

    private async Task<CauseResource> FindAsync(CauseTable all, CancellationToken cancellation)
    {
        var known = all.Judgeable();
        var bad = known.Bad();
        var report = await Task.Run(() => new CommonalitySearch(known.Columns, bad, new CommonalitySettings()).Find(), cancellation);
        var causes = new List<CauseEvidence>();
        foreach (var cause in report.Causes) causes.Add(await EvidenceAsync(cause, (all, known, bad), cancellation));
        return new CauseResource(all.Name, Camel(report.Verdict.ToString()), CauseWords.Of(report, causes))
        {
            Units = report.Units, Bad = report.Bad, Tests = report.Tests, Judged = all.Judged, Causes = causes,
            Ranking = [.. report.Ranking.Take(MaxRanked).Select(factor => FactorResource.Of(factor, known.Columns))],
            Holes = known.Columns.Select((column, i) => (column.Name, Units: report.Holes.Count > i ? report.Holes[i] : 0)).Where(one => one.Units > 0).ToDictionary(one => one.Name, one => one.Units, StringComparer.Ordinal),
        };
    }

    private async Task<CauseEvidence> EvidenceAsync(CommonalityCause cause, (CauseTable All, CauseTable Known, UnitSet Bad) of, CancellationToken cancellation)
    {
        var (head, witness) = of.Known.IsRecord ? await WitnessedAsync(cause, of.Known, cancellation) : (cause.Head, null);
        var (columns, others) = (of.Known.Columns, cause.Alike.Append(cause.Head).Where(one => one != head && (one.Column, one.Level, one.Second) != (head.Column, head.Level, head.Second)));
        var shown = Refined(head, witness, of.Known, of.Bad);
        var affected = At(of.All.Columns, head, Widest(head, witness));
        var refined = witness is null ? null : Within(head, witness, of.Known);
        bool Has(int unit) => refined is null ? head.Has(unit) : refined[unit];
        return new CauseEvidence(shown, cause.Adjusted)
        {
            RiskRatio = double.IsFinite(cause.RiskRatio) ? cause.RiskRatio : null, Readings = witness,
            Onset = witness?.Onset ?? Moments(head.Window?.Onset), End = witness?.End ?? Moments(head.Window?.End),
            WindowProbability = head.Window is { } window && !double.IsNaN(window.Probability) ? window.Probability : null,
            Alike = [.. others.Select(one => FactorResource.Of(one, columns))], Explained = [.. cause.Explained.Take(MaxRanked).Select(one => FactorResource.Of(one, columns))],
            BadWithout = Examples(of.Known, unit => of.Bad[unit] && !Has(unit)), GoodWith = Examples(of.Known, unit => !of.Bad[unit] && Has(unit)),
            Course = CauseCourse.Of(columns[head.Column], head.Level, of.Bad), Affected = [.. of.All.Units.Where((_, unit) => affected[unit])],
        };
    }

    // Of names that field data cannot tell apart, the machine whose own readings were off at that time is the likeliest.
    private async Task<(CommonalityFactor Head, ReadingWitness? Witness)> WitnessedAsync(CommonalityCause cause, CauseTable table, CancellationToken cancellation)
    {
        foreach (var one in cause.Alike.Prepend(cause.Head).Where(one => one.Window is not null).OrderByDescending(one => one == cause.Head).ThenByDescending(one => one.Table.LogLikelihoodRatio))
        {
            var (from, to) = (FactorResource.Moment(one.Window!.Onset.Earliest), FactorResource.Moment(one.Window.End.Latest));
            if (await readings.OfAsync(table.Columns[one.Column].Levels[one.Level], from!.Value, to!.Value, cancellation) is { } witness) return (one, witness);
        }

        return (cause.Head, null);
    }

    private static FactorResource Refined(CommonalityFactor head, ReadingWitness? witness, CauseTable table, UnitSet bad)
    {
        if (witness is null) return FactorResource.Of(head, table.Columns);
        var (from, to) = (Seconds(witness.From), Seconds(witness.To));
        var (with, all) = (Within(head, witness, table), UnitSet.All(table.Units.Count));
        return FactorResource.Of(head with { Window = head.Window! with { From = from, To = to }, Table = UnitSet.Table(with, table.Columns[head.Column].Known(), bad, all) }, table.Columns);
    }

    // The units that were there in the time that the readings tell; what is counted and what is listed must be the same.
    private static UnitSet Within(CommonalityFactor head, ReadingWitness witness, CauseTable table) => table.Columns[head.Column].At(head.Level, Seconds(witness.From), Seconds(witness.To));

    private static (double From, double To)? Widest(CommonalityFactor head, ReadingWitness? witness) =>
        witness is not null ? (Seconds(witness.Onset[0]), Seconds(witness.End[1])) : head.Window is { } window ? (window.Onset.Earliest, window.End.Latest) : null;

    private static UnitSet At(IReadOnlyList<StepColumn> columns, CommonalityFactor head, (double From, double To)? time)
    {
        var at = time is { } window ? columns[head.Column].At(head.Level, window.From, window.To) : columns[head.Column].At(head.Level);
        return head.Second is { } second ? at.And(columns[second.Column].At(second.Level)) : at;
    }

    private static string[] Examples(CauseTable table, Func<int, bool> which) => [.. Enumerable.Range(0, table.Units.Count).Where(which).Take(MaxExamples).Select(unit => table.Units[unit].Label)];

    private static DateTimeOffset[] Moments((double First, double Last)? of) => of is { } range ? [FactorResource.Moment(range.First)!.Value, FactorResource.Moment(range.Last)!.Value] : [];

    private static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
