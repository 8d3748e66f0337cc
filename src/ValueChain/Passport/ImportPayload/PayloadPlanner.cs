using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Passport.Model;
using Voltloop.Record.Documents;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ImportPayload;

/// <summary>Works out what a payload changes in the record: only facts that the record does not hold yet are written.</summary>
internal sealed class PayloadPlanner(IReadOnlyList<DialectReading> readings, PayloadSubject subject, IVocabulary vocabulary)
{
    private const int LongestLabel = 200;
    private static readonly JsonElement NothingKept = JsonSerializer.SerializeToElement(new { entries = Array.Empty<string>() });
    private static readonly string[] AliasTerms = ["batteryPassportIdentifier", "productIdentifier", "serialNumber"];

    // Two submodels may state one term: the first one counts, the other keeps its own spelling in its residue.
    private readonly List<PayloadFact> _facts = readings.SelectMany(read => read.Reading.Facts).DistinctBy(fact => fact.Term.Id, StringComparer.Ordinal).ToList();

    private string Title => string.Join(", ", readings.Select(read => read.Dialect.Title).Distinct(StringComparer.Ordinal));

    /// <summary>The plan.</summary>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var news = new List<Statement>();
        var known = new StatementNews(record);
        foreach (var statement in Statements(source, options))
        {
            if (await known.IsNewAsync(statement, IsDated(statement), cancellation).ConfigureAwait(false)) news.Add(statement);
        }

        var stored = await record.FindDocumentAsync(source.Sha256, cancellation).ConfigureAwait(false) is not null;
        var findings = ImportFindings.Limit(Findings(news), options.Strict);
        if (stored && news.Count == 0 && subject.Known is not null)
            return new ImportPlan(Title, new WriteBatch(), findings, []) { AlreadyImported = true };
        return new ImportPlan(Title, Batch(source, options, news), findings, news.Select(Change).ToList());
    }

    private WriteBatch Batch(ImportSource source, ImportOptions options, List<Statement> news) => new()
    {
        Things = Things().ToList(),
        Assertions = news.Count == 0 ? [] : [new Assertion(options.Issuer, news)],
        Documents = [new DocumentContent(source.Name, "application/json", source.Bytes)],
    };

    private IEnumerable<Statement> Statements(ImportSource source, ImportOptions options)
    {
        var evidence = new Evidence("declared", Title, null, ["sha256:" + source.Sha256]);
        foreach (var fact in _facts)
        {
            yield return new Statement(subject.KeeperOf(fact.Term), fact.Term.Id, fact.Value, fact.ValidFrom ?? options.Now)
            {
                Unit = fact.Term.Type == TermType.Number ? fact.Term.Unit : null,
                Evidence = evidence,
            };
        }

        foreach (var (dialect, reading) in readings)
        {
            if (reading.Residue is null && !subject.Current.ContainsKey((subject.Id, dialect.ExtensionTerm))) continue;
            yield return new Statement(subject.Id, dialect.ExtensionTerm, StatementValue.Of(reading.Residue ?? NothingKept), options.Now) { Evidence = evidence };
        }
    }

    private bool IsDated(Statement statement) => _facts.Exists(
        fact => fact.ValidFrom is not null && string.Equals(fact.Term.Id, statement.Term, StringComparison.Ordinal));

    private IEnumerable<Thing> Things()
    {
        if (subject.Model is { } model && !subject.ModelKnown) yield return new Thing(model, ThingKind.Model, Label(Text("modelIdentifier") ?? model.Value));
        var aliases = AliasTerms.Select(Text).OfType<string>().Where(alias => alias.Length <= LongestLabel).Distinct(StringComparer.Ordinal).ToList();
        var thing = subject.Known ?? new Thing(subject.Id, ThingKind.Battery, Label(Text("serialNumber") ?? subject.Id.Value), subject.Model);
        yield return thing with { Aliases = aliases };
    }

    private string? Text(string term) =>
        _facts.Find(fact => string.Equals(fact.Term.Id, term, StringComparison.Ordinal))?.Value.AsText();

    private static string Label(string text) => text.Length <= LongestLabel ? text : text[..LongestLabel];

    private IEnumerable<Finding> Findings(List<Statement> news) =>
        [.. readings.SelectMany(read => read.Findings), .. news.Where(ChangesModel).Select(ModelChange)];

    private bool ChangesModel(Statement statement) =>
        subject.Model is { } model && statement.Thing == model && subject.Current.ContainsKey((model, statement.Term));

    private Finding ModelChange(Statement statement) => new(
        FindingSeverity.Warning, "model-value-changes", $"{vocabulary.Get(statement.Term).Label} changes for every item of the model {statement.Thing}.", statement.Term);

    private ImportChange Change(Statement statement)
    {
        var before = subject.Current.GetValueOrDefault((statement.Thing, statement.Term));
        return new ImportChange(
            statement.Thing.Value, vocabulary.Get(statement.Term).Label, before is null ? null : ImportFindings.Show(before.Statement), ImportFindings.Show(statement));
    }
}
