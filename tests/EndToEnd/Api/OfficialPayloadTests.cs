using System.Net;
using System.Text;
using System.Text.Json;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Api;

/// <summary>The official payloads, sent to the running house and asked back.</summary>
[Trait("Requirement", "LAW-05")]
public sealed class OfficialPayloadTests(Workshop house)
{
    public static TheoryData<string, string> Payloads => new()
    {
        { "batterypass-1.2:CarbonFootprintForBatteries", Aspect("CarbonFootprint", "CarbonFootprintForBatteries-payload") },
        { "batterypass-1.2:Circularity", Aspect("Circularity", "Circularity") },
        { "batterypass-1.2:GeneralProductInformation", Aspect("GeneralProductInformation", "GeneralProductInformation-payload") },
        { "batterypass-1.2:Labeling", Aspect("Labels", "Labeling-payload") },
        { "batterypass-1.2:MaterialComposition", Aspect("MaterialComposition", "MaterialComposition-payload") },
        { "batterypass-1.2:PerformanceAndDurability", Aspect("Performance", "PerformanceAndDurability-payload") },
        { "batterypass-1.2:SupplyChainDueDiligence", Aspect("SupplyChainDueDiligence", "SupplyChainDueDiligence-payload") },
        { "catenax-6.1.0", "catenax/io.catenax.battery.battery_pass/6.1.0/gen/BatteryPass.json" },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task It_comes_back_semantically_equal(string format, string path)
    {
        var bytes = SharedData.Passport(path);
        var id = Uri.EscapeDataString($"https://id.gs1.org/01/09521234500025/21/OFF{Math.Abs(string.GetHashCode(format, StringComparison.Ordinal)) % 10_000}");
        using var imported = await house.Client.PostAsync($"/api/v1/imports?name=payload.json&thing={id}", new ByteArrayContent(bytes));
        imported.StatusCode.ShouldBe(HttpStatusCode.OK, await imported.Content.ReadAsStringAsync());
        if (format.Contains("MaterialComposition", StringComparison.Ordinal))
        {
            (await imported.Content.ReadAsStringAsync()).ShouldContain("/batteryMaterials/0/batteryMaterialIdentifier");
        }

        var exported = await house.Client.JsonAsync($"/api/v1/passports/{id}/export?format={Uri.EscapeDataString(format)}&audience=operator");
        JsonElement.DeepEquals(exported, Parse(bytes)).ShouldBeTrue();
    }

    private static string Aspect(string aspect, string file) => $"batterypass/BatteryPass/io.BatteryPass.{aspect}/1.2.0/gen/{file}.json";

    private static JsonElement Parse(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return JsonSerializer.Deserialize<JsonElement>(reader.ReadToEnd());
    }
}
