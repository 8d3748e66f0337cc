using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.En18223;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ImportPayload;

/// <summary>Imports payloads of every dialect in the tables.</summary>
internal sealed class PayloadImporter(DialectCatalog dialects, IVocabulary vocabulary) : IImporter
{
    /// <inheritdoc/>
    public string Format => "Battery passport payload (BatteryPassDataModel 1.2, Catena-X battery_pass 3 to 6.1 and digital_product_passport 2 to 7, IDTA 02035 and 02099 submodels, DPP Keystone, openEPCIS EN 18223, BatteryPass-Ready 1.3, UNTP; JSON)";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) =>
        JsonText.PeekMembers(source.Bytes) is { } members && (SubmodelReader.IsEnvironment(members) || DialectFinder.MayRead(dialects.All, members));

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        using var document = JsonText.Parse(JsonText.ToUtf8(source.Bytes));
        var readings = Read(Root(document.RootElement));
        var subject = await PayloadSubject.FindAsync(Subject(readings, options), options, record, cancellation).ConfigureAwait(false);
        return await new PayloadPlanner(readings, subject, vocabulary)
            .PlanAsync(source, options, record, cancellation).ConfigureAwait(false);
    }

    // Some formats write a list of passports even for one.
    private static JsonElement Root(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array) return root;
        return root.GetArrayLength() == 1 ? root[0] : throw new ProblemException(
            CommonProblems.BadRequest, $"The file is a list of {root.GetArrayLength()} payloads; one at a time can be imported.", null, "Import them one by one.");
    }

    private IReadOnlyList<DialectReading> Read(JsonElement root)
    {
        var members = root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().Select(member => member.Name).ToList() : [];
        if (SubmodelReader.IsEnvironment(members)) return new SubmodelReader(dialects, vocabulary).Read(root);
        return DialectFinder.Closest(DialectFinder.Best(dialects.All, root), dialect => Decode(dialect, root)) is { } best
            ? [best]
            : throw new ProblemException(CommonProblems.UnknownFormat, "No member of the root object marks a known passport payload.");
    }

    private PayloadReading Decode(Dialect dialect, JsonElement root)
    {
        if (!dialect.IsElementTree) return PayloadDecoder.Decode(dialect, vocabulary, root);
        var reading = PayloadDecoder.Decode(dialect, vocabulary, ElementTree.Values(root));
        return reading with { Residue = ElementTree.Keep(dialect, reading.Residue, root) };
    }

    private static ThingId Subject(IReadOnlyList<DialectReading> readings, ImportOptions options)
    {
        if (options.Thing is { } given) return given;
        var identifier = Identifier(readings, readings[0].Dialect.SubjectTerm) ?? (readings[0].Dialect.SubmodelMarks.Count > 0 ? Identifier(readings, "productIdentifier") : null);
        if (ThingId.TryParse(identifier, out var id)) return id;
        throw new ProblemException(
            CommonProblems.BadRequest,
            identifier is null
                ? "The payload does not say which battery it is about."
                : $"The payload's passport identifier \"{identifier}\" is not an identifier that the record knows.",
            null,
            "Pass the battery's identifier with --thing.");
    }

    private static string? Identifier(IReadOnlyList<DialectReading> readings, string term) =>
        readings.SelectMany(read => read.Reading.Facts).FirstOrDefault(fact => string.Equals(fact.Term.Id, term, StringComparison.Ordinal))?.Value.AsText();
}
