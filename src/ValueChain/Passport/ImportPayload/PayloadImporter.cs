using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.Dialects;
using Voltloop.Passport.Model;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ImportPayload;

/// <summary>Imports payloads of every dialect in the tables.</summary>
internal sealed class PayloadImporter(DialectCatalog dialects, IVocabulary vocabulary) : IImporter
{
    /// <inheritdoc/>
    public string Format => "Battery passport payload (BatteryPassDataModel 1.2, Catena-X battery_pass 3 to 6.1 and digital_product_passport 2 to 7; JSON)";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) => JsonText.PeekMembers(source.Bytes) is { } members && DialectFinder.MayRead(dialects.All, members);

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        using var document = JsonText.Parse(JsonText.ToUtf8(source.Bytes));
        var (dialect, reading) = Read(document.RootElement);
        var subject = await PayloadSubject.FindAsync(Subject(reading, options), options, record, cancellation).ConfigureAwait(false);
        return await new PayloadPlanner(dialect, reading, subject, vocabulary)
            .PlanAsync(source, options, record, cancellation).ConfigureAwait(false);
    }

    // Two versions of one aspect may share their marks: the one that leaves least unmapped is meant.
    private (Dialect Dialect, PayloadReading Reading) Read(JsonElement root)
    {
        var best = DialectFinder.Best(dialects.All, root)
            .Select(dialect => (Dialect: dialect, Reading: PayloadDecoder.Decode(dialect, vocabulary, root)))
            .OrderBy(read => read.Reading.Unmapped.Count).ThenByDescending(read => read.Reading.Facts.Count)
            .FirstOrDefault();
        return best.Dialect is null
            ? throw new ProblemException(CommonProblems.UnknownFormat, "No member of the root object marks a known passport payload.")
            : best;
    }

    private static ThingId Subject(PayloadReading reading, ImportOptions options)
    {
        if (options.Thing is { } given) return given;
        var identifier = reading.Facts.FirstOrDefault(fact => fact.Term.Id is "batteryPassportIdentifier")?.Value.AsText();
        if (ThingId.TryParse(identifier, out var id)) return id;
        throw new ProblemException(
            CommonProblems.BadRequest,
            identifier is null
                ? "The payload does not say which battery it is about."
                : $"The payload's passport identifier \"{identifier}\" is not an identifier that the record knows.",
            null,
            "Pass the battery's identifier with --thing.");
    }
}
