using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.RenderCarrier;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Passport.RegisterPassport;

/// <summary>The outbox: what would be handed to the registry for each passport, and where it stands. Derived from the record.</summary>
internal sealed class RegistryReader(IRecordReader record, PassportReader passports, IOptions<PassportOptions> options)
{
    /// <summary>The cases of all items, or of those of a model.</summary>
    public async IAsyncEnumerable<RegistryCase> CasesAsync(ThingId? model, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var thing in AssessReadiness.AllThings.Of(record, new ThingQuery { Kinds = BatteryKinds.All, Model = model }, cancellation).ConfigureAwait(false))
            yield return await ReadAsync(thing.Id, cancellation).ConfigureAwait(false);
    }

    /// <summary>The case of one passport, as it is now.</summary>
    public async Task<RegistryCase> ReadAsync(ThingId id, CancellationToken cancellation)
    {
        var full = await passports.ReadAsync(id, AsOf.Latest, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
        var open = await passports.ReadAsync(id, AsOf.Latest, AudiencePolicy.Public, cancellation).ConfigureAwait(false);
        var entry = Entry(full, PassportVersion.Hash(open).ToString());
        return new RegistryCase(entry, new SelfCheck(full, entry).Run())
        {
            RegistrationIdentifier = Text(full, "registrationIdentifier"),
            SubmittedHash = RegistryCase.HashIn(full.Find("registrationProof")) ?? RegistryCase.HashIn(full.Find("registrationSubmission")),
        };
    }

    private RegistryEntry Entry(PassportView view, string publicHash) => new()
    {
        UniqueProductIdentifier = view.Thing.Id.Value,
        Granularity = view.Thing.Id.Granularity.ToString().ToLowerInvariant(),
        ModelIdentifier = view.Thing.Model?.Value,
        BatchIdentifier = Text(view, "batchIdentifier") ?? GranularityRules.BatchOf(view.Thing.Id)?.Value,
        EconomicOperatorIdentifier = Text(view, "operatorIdentifier"),
        CommodityCode = Code(view.Find("commodityCodes")),
        PassportLink = CarrierLink.For(view.Thing.Id, options.Value.PublicBase).AbsoluteUri,
        BackupLink = Text(view, "backupReference"),
        PublicVersionHash = publicHash,
        FullVersionHash = PassportVersion.Hash(view).ToString(),
    };

    private static string? Text(PassportView view, string term) => view.Find(term)?.Recorded.Statement.Value.AsText();

    // The first text in the value: codes are stated as a text, a list of texts, or objects with the code in a member.
    private static string? Code(PassportEntry? entry) => entry is null ? null : FirstText(entry.Recorded.Statement.Value.AsElement());

    private static string? FirstText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Replace(" ", "", StringComparison.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Select(FirstText).FirstOrDefault(text => text is not null),
        JsonValueKind.Object => value.EnumerateObject().Where(member => member.Name.Contains("code", StringComparison.OrdinalIgnoreCase)).Select(member => FirstText(member.Value)).FirstOrDefault(text => text is not null),
        _ => null,
    };
}
