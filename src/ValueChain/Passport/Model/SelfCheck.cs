using Voltloop.Core.Identities;

namespace Voltloop.Passport.Model;

/// <summary>Checks a passport for what the registry will check: identifiers, granularity, model, commodity code, back-up link.</summary>
internal sealed class SelfCheck(PassportView view, RegistryEntry entry)
{
    private const int ShortestCode = 8;
    private const int LongestCode = 10;

    /// <summary>All checks, in a fixed order.</summary>
    public IReadOnlyList<SelfCheckLine> Run() => [Identifier(), Granularity(), Serial(), Model(), Operator(), Facility(), Commodity(), Link(), Backup()];

    private SelfCheckLine Identifier() => Line(
        "identifier", view.Thing.Id.Scheme != IdScheme.Https, $"{view.Thing.Id} follows {view.Thing.Id.Scheme}",
        "Use a GS1 Digital Link, an IEC 61406 link, a DID or a DOI (EN 18219).");

    private SelfCheckLine Granularity() => Line(
        "granularity", view.Thing.Id.Granularity == Core.Identities.Granularity.Item, $"the identifier names {entry.Granularity}",
        "A battery has its own passport: register the item, with its serial number in the identifier.");

    private SelfCheckLine Serial()
    {
        var stated = view.Find("serialNumber")?.Recorded.Statement.Value.AsText();
        var written = view.Thing.Id.ToDigitalLink()?.ValueOf("21");
        var coherent = stated is null || written is null || string.Equals(stated, written, StringComparison.Ordinal);
        return Line("serial number", coherent, stated is null ? "no serial number is stated beside the identifier" : $"stated \"{stated}\", identifier \"{written}\"", "State the serial number that stands in the identifier.");
    }

    private SelfCheckLine Model()
    {
        var ofModel = view.Thing.Model is { } model && model.Granularity == Core.Identities.Granularity.Model;
        var coherent = ofModel && IsBelow(view.Thing.Id, view.Thing.Model!.Value);
        return Line("model", coherent, ofModel ? $"of model {view.Thing.Model}" : "no model is linked", "Link the item to its model; both must carry the same GTIN (Article 8(4)).");
    }

    private static bool IsBelow(ThingId item, ThingId model) => item.ToDigitalLink() is not { } link || model.ToDigitalLink() is not { } above || link.Key == above.Key;

    private SelfCheckLine Operator()
    {
        var party = PartyId.Read(entry.EconomicOperatorIdentifier);
        return Line(
            "operator", party.IsKnown, entry.EconomicOperatorIdentifier is { Length: > 0 } text ? $"{text} follows {party.Scheme}" : "no operator identifier",
            "State operatorIdentifier on the model: a GLN, LEI, EORI or VAT number, a DID or a web address (EN 18219).");
    }

    private SelfCheckLine Facility()
    {
        var stated = view.Find("facilityIdentifier")?.Recorded.Statement.Value.AsText();
        var good = stated is null || (PartyId.Read(stated).IsKnown && !string.Equals(stated, entry.EconomicOperatorIdentifier, StringComparison.Ordinal));
        return Line("facility", good, stated is null ? "no facility is stated" : $"{stated} follows {PartyId.Read(stated).Scheme}", "State facilityIdentifier: one of the facility alone, such as its GLN.");
    }

    private SelfCheckLine Commodity() => Line(
        "commodity code", entry.CommodityCode is { } code && code.Length is >= ShortestCode and <= LongestCode && code.All(char.IsAsciiDigit),
        entry.CommodityCode ?? "no commodity code", "State commodityCodes on the model: eight to ten digits of the Combined Nomenclature or TARIC.");

    private SelfCheckLine Link() => Line("passport link", IsHttps(entry.PassportLink), entry.PassportLink, "Set Passport:PublicBase to the https address under which passports are read.");

    private SelfCheckLine Backup() => Line("back-up link", IsHttps(entry.BackupLink), entry.BackupLink ?? "no back-up link", "State backupReference: the https address at the back-up provider.");

    private static bool IsHttps(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && string.Equals(uri.Scheme, "https", StringComparison.Ordinal);

    private static SelfCheckLine Line(string check, bool passed, string detail, string remedy) => new(check, passed, detail, passed ? null : remedy);
}
