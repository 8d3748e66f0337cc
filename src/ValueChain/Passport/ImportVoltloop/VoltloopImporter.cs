using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.CreatePassport;
using Voltloop.Passport.ImportPayload;
using Voltloop.Record.Documents;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ImportVoltloop;

/// <summary>Imports Voltloop's own file of passports.</summary>
internal sealed class VoltloopImporter(IVocabulary vocabulary) : IImporter
{
    private const string Title = "Voltloop passport file, version 1 (JSON)";

    /// <inheritdoc/>
    public string Format => Title;

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) =>
        JsonText.PeekMembers(source.Bytes) is { } members && members.Contains("format", StringComparer.Ordinal)
        && (members.Contains("things", StringComparer.Ordinal) || members.Contains("statements", StringComparer.Ordinal));

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var file = Read(source.Bytes);
        var findings = new List<Finding>();
        var things = file.Things.Select((draft, index) => Try(() => Thing(draft), $"/things/{Number(index)}", findings)).OfType<Thing>().ToList();
        var statements = file.Statements
            .Select((draft, index) => Try(() => Statement(draft, options), $"/statements/{Number(index)}", findings)).OfType<Statement>().ToList();
        await CheckThingsAsync(things, statements, (record, findings), cancellation).ConfigureAwait(false);
        if (findings.Count > 0) return new ImportPlan(Title, new WriteBatch(), ImportFindings.Limit(findings, options.Strict), []);
        return await PlanAsync(new Content(file, things, statements), (source, options), record, cancellation).ConfigureAwait(false);
    }

    private async Task<ImportPlan> PlanAsync(
        Content content, (ImportSource Source, ImportOptions Options) import, IRecordReader record, CancellationToken cancellation)
    {
        var known = new StatementNews(record);
        var (news, changes) = (new List<Statement>(), new List<ImportChange>());
        foreach (var (statement, draft) in content.Statements.Zip(content.File.Statements))
        {
            if (!await known.IsNewAsync(statement, draft.ValidFrom is not null, cancellation).ConfigureAwait(false)) continue;
            var before = await known.CurrentAsync(statement.Thing, statement.Term, cancellation).ConfigureAwait(false);
            news.Add(statement);
            changes.Add(new ImportChange(
                statement.Thing.Value, vocabulary.Get(statement.Term).Label, before is null ? null : ImportFindings.Show(before), ImportFindings.Show(statement)));
        }

        var stored = await record.FindDocumentAsync(import.Source.Sha256, cancellation).ConfigureAwait(false) is not null;
        if (stored && news.Count == 0) return new ImportPlan(Title, new WriteBatch(), [], []) { AlreadyImported = true };
        var batch = new WriteBatch
        {
            Things = content.Things,
            Assertions = news.Count == 0 ? [] : [new Assertion(content.File.Issuer ?? import.Options.Issuer, news)],
            Documents = [new DocumentContent(import.Source.Name, "application/json", import.Source.Bytes)],
        };
        return new ImportPlan(Title, batch, [], changes);
    }

    private static VoltloopPassportFile Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonText.Parse(JsonText.ToUtf8(bytes));
        try
        {
            var file = document.RootElement.Deserialize<VoltloopPassportFile>(VoltloopPassportFile.Json)!;
            if (file.Format != VoltloopPassportFile.FormatName || file.Version is < 1 or > VoltloopPassportFile.NewestVersion)
            {
                throw new ProblemException(
                    CommonProblems.UnknownFormat, $"Format \"{file.Format}\" version {Number(file.Version)} is not known.", "/version",
                    $"This program reads {VoltloopPassportFile.FormatName} up to version {Number(VoltloopPassportFile.NewestVersion)}.");
            }

            return file;
        }
        catch (JsonException fault)
        {
            throw new ProblemException(CommonProblems.MalformedInput, fault.Message, fault.Path);
        }
    }

    private static Thing Thing(VoltloopPassportFile.ThingDraft draft) =>
        new(ThingId.Parse(draft.Id), draft.Kind, draft.Label, draft.Model is null ? null : ThingId.Parse(draft.Model)) { Aliases = draft.Aliases };

    private Statement Statement(StatementDraft draft, ImportOptions options)
    {
        var thing = draft.Thing is { } named ? ThingId.Parse(named) : options.Thing
            ?? throw new ProblemException(CommonProblems.BadRequest, "The fact does not say what it is about.", null, "Name a thing, or pass --thing.");
        return new DraftRules(vocabulary).Accept(draft, thing, options.Now);
    }

    private static async Task CheckThingsAsync(
        List<Thing> things, List<Statement> statements, (IRecordReader Record, List<Finding> Findings) with, CancellationToken cancellation)
    {
        var inFile = things.Select(thing => thing.Id).ToHashSet();
        var used = statements.Select(statement => statement.Thing).Concat(things.Select(thing => thing.Model).OfType<ThingId>()).Distinct();
        foreach (var id in used.Where(id => !inFile.Contains(id)))
        {
            if (await with.Record.FindThingAsync(id, cancellation).ConfigureAwait(false) is not null) continue;
            with.Findings.Add(new Finding(FindingSeverity.Error, CommonProblems.NotFound.Code, $"\"{id}\" is neither in the file nor in the record."));
        }
    }

    private static T? Try<T>(Func<T> read, string at, List<Finding> findings)
        where T : class
    {
        try
        {
            return read();
        }
        catch (ProblemException fault)
        {
            findings.Add(new Finding(FindingSeverity.Error, fault.Problem.Kind.Code, $"{fault.Problem.Detail} {fault.Problem.Remedy}".Trim(), at));
            return null;
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Content(VoltloopPassportFile File, IReadOnlyList<Thing> Things, IReadOnlyList<Statement> Statements);
}
