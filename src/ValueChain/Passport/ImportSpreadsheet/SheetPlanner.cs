using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Passport.ImportPayload;
using Voltloop.Record.Documents;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Works out what the rows change in the record.</summary>
internal sealed class SheetPlanner(IVocabulary vocabulary, IRecordReader record, ImportOptions options)
{
    private const int MostChanges = 1_000;

    /// <summary>The plan; rows of one model that state different values for it are an error.</summary>
    public async Task<ImportPlan> PlanAsync(
        string format, IReadOnlyList<SheetBattery> batteries, (DocumentContent Document, IReadOnlyList<Finding> Findings) with, CancellationToken cancellation)
    {
        var findings = with.Findings.ToList();
        var stated = Merge(batteries, findings);
        var things = Things(batteries);
        CheckLimits(stated, things, findings);
        if (findings.Exists(finding => finding.Severity == FindingSeverity.Error)) return new ImportPlan(format, new WriteBatch(), ImportFindings.Limit(findings, options.Strict), []);
        var (news, changes) = await NewsAsync(stated, cancellation).ConfigureAwait(false);
        var fresh = await FreshAsync(things, cancellation).ConfigureAwait(false);
        var limited = ImportFindings.Limit(findings, options.Strict);
        if (news.Count == 0 && fresh.Count == 0) return new ImportPlan(format, new WriteBatch(), limited, []) { AlreadyImported = true };
        var batch = new WriteBatch
        {
            Things = fresh,
            Assertions = news.Count == 0 ? [] : [new Assertion(options.Issuer, news)],
            Documents = [with.Document],
        };
        return new ImportPlan(format, batch, limited, changes);
    }

    private static List<Statement> Merge(IReadOnlyList<SheetBattery> batteries, List<Finding> findings)
    {
        var merged = new Dictionary<(ThingId, string), (Statement Statement, int Row)>();
        foreach (var battery in batteries)
        {
            foreach (var statement in battery.Statements)
            {
                if (merged.TryAdd((statement.Thing, statement.Term), (statement, battery.Row))) continue;
                var first = merged[(statement.Thing, statement.Term)];
                if (JsonElement.DeepEquals(first.Statement.Value.AsElement(), statement.Value.AsElement())) continue;
                findings.Add(new Finding(
                    FindingSeverity.Error, "model-value-differs",
                    string.Create(CultureInfo.InvariantCulture, $"Rows {first.Row} and {battery.Row} state different values of {statement.Term} for {statement.Thing}."),
                    string.Create(CultureInfo.InvariantCulture, $"row {battery.Row}")));
            }
        }

        return merged.Values.Select(kept => kept.Statement).ToList();
    }

    private static List<Thing> Things(IReadOnlyList<SheetBattery> batteries)
    {
        var models = batteries.Select(battery => battery.Model).OfType<ThingId>().Concat(batteries.Select(battery => battery.Id).Where(id => id.Granularity == Granularity.Model)).ToHashSet();
        var items = batteries.Where(battery => !models.Contains(battery.Id)).Select(battery => new Thing(battery.Id, ThingKind.Battery, Label(battery.Id), battery.Model));
        return [.. models.Select(model => new Thing(model, ThingKind.Model, Label(model))), .. items];
    }

    private static string Label(ThingId id) => id.Value.Length <= WriteLimits.MaxLabelLength ? id.Value : id.Value[..WriteLimits.MaxLabelLength];

    private static void CheckLimits(List<Statement> stated, List<Thing> things, List<Finding> findings)
    {
        if (stated.Count <= WriteLimits.MaxStatements && things.Count <= WriteLimits.MaxThings) return;
        findings.Add(new Finding(FindingSeverity.Error, "limit-exceeded", string.Create(
            CultureInfo.InvariantCulture,
            $"The sheet states {stated.Count:N0} facts about {things.Count:N0} things; one import takes {WriteLimits.MaxStatements:N0} (WriteLimits.MaxStatements). Split the sheet.")));
    }

    private async Task<(List<Statement> News, List<ImportChange> Changes)> NewsAsync(List<Statement> stated, CancellationToken cancellation)
    {
        var known = new StatementNews(record);
        var (news, changes) = (new List<Statement>(), new List<ImportChange>());
        foreach (var statement in stated)
        {
            if (!await known.IsNewAsync(statement, dated: false, cancellation).ConfigureAwait(false)) continue;
            news.Add(statement);
            if (changes.Count >= MostChanges) continue;
            var before = await known.CurrentAsync(statement.Thing, statement.Term, cancellation).ConfigureAwait(false);
            changes.Add(new ImportChange(
                statement.Thing.Value, vocabulary.Get(statement.Term).Label, before is null ? null : ImportFindings.Show(before), ImportFindings.Show(statement)));
        }

        return (news, changes);
    }

    private async Task<List<Thing>> FreshAsync(List<Thing> things, CancellationToken cancellation)
    {
        var fresh = new List<Thing>();
        foreach (var thing in things)
        {
            if (await record.FindThingAsync(thing.Id, cancellation).ConfigureAwait(false) is null) fresh.Add(thing);
        }

        return fresh;
    }
}
