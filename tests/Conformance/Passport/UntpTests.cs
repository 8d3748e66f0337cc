using System.Text;
using System.Text.Json;
using Voltloop.Core.Identities;

namespace Voltloop.Tests.Conformance.Passport;

// The published samples are under a licence that keeps them out of this repository, so this one is our own, in their shape.
public sealed class UntpTests : IAsyncDisposable
{
    private const string Passport = """
        {"@context":["https://www.w3.org/ns/credentials/v2","https://test.uncefact.org/vocabulary/untp/dpp/0.6.0/"],
         "type":["DigitalProductPassport","VerifiableCredential"],"id":"https://passports.example.org/7f0c",
         "issuer":{"type":["CredentialIssuer"],"id":"did:web:maker.example.org","name":"Maker of Batteries Ltd"},
         "validFrom":"2026-03-15T12:00:00Z","validUntil":"2036-03-15T12:00:00Z",
         "credentialSubject":{"type":["ProductPassport"],"granularityLevel":"item",
          "product":{"type":["Product"],"id":"https://id.gs1.org/01/09521234500018/21/UNTP-1","name":"Home battery 5","registeredId":"09521234500018.21.UNTP-1",
           "serialNumber":"UNTP-1","batchNumber":"B7","productionDate":"2026-02-01","countryOfProduction":"SE",
           "producedByParty":{"id":"did:web:maker.example.org","name":"Maker of Batteries Ltd"},
           "dimensions":{"weight":{"value":62500,"unit":"GRM"},"height":{"value":45.5,"unit":"CMT"}}},
          "materialsProvenance":[{"name":"Lithium","massFraction":0.04,"hazardous":true}],
          "emissionsScorecard":{"carbonFootprint":61.5,"declaredUnit":"KWH"}}}
        """;

    private readonly Gateway _gateway = new();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_passport_comes_back_semantically_equal()
    {
        var source = Gateway.Source(Encoding.UTF8.GetBytes(Passport));
        (await _gateway.ImportAsync(source)).Format.ShouldBe(_gateway.Dialects.Get("untp-dpp-0.6").Title);
        JsonElement.DeepEquals(Gateway.Parse(source.Bytes), await _gateway.ExportAsync("untp-dpp-0.6")).ShouldBeTrue();
    }

    [Fact]
    public async Task Its_facts_are_read_in_our_units()
    {
        await _gateway.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes(Passport)));
        var view = await _gateway.ReadAsync();
        view.Find("batteryMass")!.Recorded.Statement.Value.AsNumber().ShouldBe(62.5);
        view.Find("height")!.Recorded.Statement.Value.AsNumber().ShouldBe(455);
        view.Find("manufacturerName")!.Recorded.Statement.Value.AsText().ShouldBe("Maker of Batteries Ltd");
        view.Find("productIdentifier")!.Recorded.Statement.Value.AsText().ShouldBe("https://id.gs1.org/01/09521234500018/21/UNTP-1");
    }

    [Fact]
    public async Task It_is_about_the_product_and_not_about_the_credential()
    {
        var plan = await _gateway.PlanAsync(Gateway.Source(Encoding.UTF8.GetBytes(Passport)), named: false);
        plan.Batch.Things.ShouldHaveSingleItem().Id.ShouldBe(ThingId.Parse("https://id.gs1.org/01/09521234500018/21/UNTP-1"));
    }

    [Fact]
    public async Task What_no_term_covers_is_named_and_kept()
    {
        var plan = await _gateway.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes(Passport)));
        var pointers = plan.Findings.Where(finding => finding.Code == "unmapped-element").Select(finding => finding.Location).ToList();
        pointers.ShouldContain("/credentialSubject/materialsProvenance");
        pointers.ShouldContain("/credentialSubject/emissionsScorecard");
    }
}
