using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Passport.ImportPayload;
using Voltloop.Passport.ImportSpreadsheet;
using Voltloop.Passport.ImportVoltloop;
using Voltloop.Passport.Model.En18223;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Terms;

namespace Voltloop.Bench.Fuzz;

/// <summary>Payloads of passports in every dialect, environments of the asset administration shell, spreadsheets, and what EN 18222 sends.</summary>
internal static class PassportTargets
{
    private static readonly string[] Paths = ["$['identityAndProduct']['ratedCapacity']", "identityAndProduct.ratedCapacity", "$.a[0]['b\\u0041\\n'][-1]", "$..a[?(@.b == ']')]", "$[*][1:2,'x']"];

    private static readonly string[] Inputs =
    [
        """{"digitalProductPassportId":"https://id.gs1.org/01/09520123456788/21/1","granularity":"item","dppStatus":"active","batteryMass":450,"identityAndProduct":{"ratedCapacity":90,"batteryCategory":"EV"},"@context":"x"}""",
        """{"payload":{"uniqueProductIdentifier":"https://id.gs1.org/01/09520123456788","elements":[{"objectType":"DataElementCollection","elementId":"identityAndProduct","elements":[{"objectType":"SingleValuedDataElement","elementId":"ratedCapacity","valueDataType":"xsd:decimal","value":"90"},{"objectType":"MultiValuedDataElement","elementId":"x","value":[{"valueDataType":"xsd:integer","value":"7"}]}]}]}}""",
        """[{"objectType":"RelatedResource","elementId":"manual","contentType":"application/pdf","url":"https://a","language":"de"},{"objectType":"MultiLanguageDataElement","elementId":"n","value":[{"language":"en","value":"x"}]}]""",
    ];

    public static IReadOnlyList<FuzzTarget> All(Lazy<FuzzHouse> house) =>
    [
        Imports.Target("passport-json", house, nameof(PayloadImporter), Payloads),
        Imports.Target("passport-aas", house, nameof(PayloadImporter), () => SeedFiles.Of("passport/idta", ".json", ".aasx").Concat(SeedFiles.Of("gateways", ".json"))),
        Imports.Target("passport-voltloop", house, nameof(VoltloopImporter), () => [.. SeedFiles.Of("models", ".json"), .. SeedFiles.Of("lives", ".json"), .. SeedFiles.Of("updates", ".json")]),
        Imports.Target("spreadsheet", house, nameof(SpreadsheetImporter), () => [.. SeedFiles.Of("spreadsheet", ".csv"), .. SeedFiles.Of("spreadsheet", ".csv").Select(SmallWorkbook.Of)]),
        new("dpp-input", () => [.. SeedFiles.Texts([.. Inputs, .. Paths]), .. SeedFiles.Of("passport/en18222", ".json").Take(40)], input => Input(house, input)),
    ];

    private static IEnumerable<byte[]> Payloads() =>
        [.. SeedFiles.Of("gateways", ".json"), .. SeedFiles.Of("passport/catenax", "BatteryPass.json", "DigitalProductPassport.json"), .. SeedFiles.Of("passport/batterypass", ".json").Take(20), .. SeedFiles.Of("passport/keystone/examples", ".json", ".jsonld").Take(20)];

    private static void Input(Lazy<FuzzHouse> house, byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (text.Length < 4 * ElementPath.MaxLength && input is not [(byte)'{' or (byte)'[', ..])
        {
            var path = ElementPathParser.Parse(text);
            if (path.TrySelect(JsonNode.Parse(Inputs[0]), out _)) path.Replace(JsonNode.Parse(Inputs[0]), JsonValue.Create(1));
            return;
        }

        using var json = JsonText.Parse(JsonText.ToUtf8(input));
        JsonNode? Node() => json.RootElement.ValueKind == System.Text.Json.JsonValueKind.Array ? JsonArray.Create(json.RootElement) : JsonObject.Create(json.RootElement);
        var reader = new DppInputReader(house.Value.Get<IVocabulary>());
        Refused.OrNot(() => reader.Read(Node()), () => reader.Read(Node(), merges: true), () => MergePatch.Apply(JsonNode.Parse(Inputs[1]), Node()), () => Compress(Node()), () => _ = XmlForm.Write(Node()!));
    }

    private static void Compress(JsonNode? node)
    {
        if (node is JsonArray elements) ElementCompressor.CompressAll(elements);
        else ElementCompressor.Compress(node);
    }
}
