using System.Text;
using System.Text.Json;
using Voltloop.Core.Canonical;
using Voltloop.Core.Identities;
using Voltloop.Core.Quantities;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Terms;

namespace Voltloop.Bench.Fuzz;

/// <summary>Identifiers, units, canonical JSON and tables of terms.</summary>
internal static class CoreTargets
{
    private static readonly string[] Identifiers =
    [
        "https://id.gs1.org/01/09520123456788/21/1", "https://example.com/some/path/gtin/9520123456788/lot/ABC?17=270218&11=260101&linkType=gs1:pip#x", "https://id.gs1.org/8004/9520123456", "https://id.gs1.org/414/9520123456788/254/32a%2Fb",
        "https://id.gs1.org/00/095201234567891235", "urn:epc:id:sgtin:0952012.345678.1", "urn:epc:idpat:sgtin:0952012.345678.*", "urn:epc:class:lgtin:0952012.345678.A", "urn:epc:id:sgln:0952012.34567.0", "urn:epc:id:grai:0952012.34567.9", "urn:epc:id:giai:0952012.345",
        "urn:epc:id:cpi:0952012.12-3.9", "urn:epc:id:sscc:0952012.1234567891", "urn:epc:id:bic:CSQU3054383", "did:web:example.com%3A8080:user:alice", "did:key:zDnaeUKTWUXc1HDpGfKbEK31nKLN19yX5aunFd7VK1CUMeyJu", "https://doi.org/10.1000/182", "doi:10.1000/182", "https://www.example.com/?P=1&S=2",
        "0112345678901231", "952012345678", "DE123456789", "urn:uuid:8d2a1b1c-6a0f-4ddc-a4f4-4f1a9b2c3d4e", "https://xn--bcher-kva.example/01/09520123456788", "mWh", "kg/m²", "Ah", "1/K",
    ];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("identities", () => [.. SeedFiles.Texts(Identifiers), .. SeedFiles.Of("passport/vectors/gs1", "dl-parse-cases.json").SelectMany(Cases)], input => Identify(Encoding.UTF8.GetString(input))),
        new("json", () => [.. SeedFiles.Of("models", ".json"), .. SeedFiles.Of("passport/vectors/jcs-rfc8785", ".json"), .. SeedFiles.Texts("{\"b\":1.5e300,\"a\":[null,true,\"\\u20ac\"]}")], input => _ = CanonicalJson.Of(input)),
        new("csv-terms", () => [.. SeedFiles.Texts("a,b\n1,\"x, \"\"y\"\"\"\n", "id,unit\nx,kg\n")], input => _ = CsvTable.Parse("fuzz", Encoding.UTF8.GetString(input))),
    ];

    private static IEnumerable<byte[]> Cases(byte[] json)
    {
        using var cases = JsonDocument.Parse(json);
        return [.. cases.RootElement.ToString().Split('"').Where(piece => piece.StartsWith("http", StringComparison.Ordinal)).Take(60).Select(Encoding.UTF8.GetBytes)];
    }

    private static void Identify(string text)
    {
        _ = (DigitalLink.TryParse(text, out _), ThingId.TryParse(text, out _), Gtin.TryParse(text, out _), Gln.TryParse(text, out _), Sscc.TryParse(text, out _), Giai.TryParse(text, out _), Grai.TryParse(text, out _), Unit.TryParse(text, out _));
        _ = (EpcUrn.ToDigitalLink(text), ConstrainedLink.Of(text), EpcUrnWriter.Of(text, ["0952012", "9520123"]), DidKey.TryRead(text));
        if (ThingId.TryParse(text, out var thing) && !ThingId.TryParse(thing.Value, out _)) throw new InvalidOperationException($"\"{thing.Value}\" was read from \"{text}\" and is not read itself.");
        Refused.OrNot(() => PartyId.Read(text), () => ThingId.FromIdentificationLink(text), () => Multikey.DecodeBytes(text), () => Unit.Parse(text), () => ThingId.Parse(text));
    }
}
