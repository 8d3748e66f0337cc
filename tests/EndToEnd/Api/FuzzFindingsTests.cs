using System.Net.Http.Headers;
using System.Text;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Api;

/// <summary>What <c>./bench fuzz</c> found, made small: each once ended with 500 and is now refused by name.</summary>
public sealed class FuzzFindingsTests(RunningHouse house)
{
    [Theory]
    [InlineData("http")]
    [InlineData("http:")]
    [InlineData("http://\uFFFD")]
    public async Task An_identifier_that_only_begins_like_an_address_is_refused(string id)
    {
        using var answer = await house.Client.GetAsync($"/api/v1/things/{Uri.EscapeDataString(id)}");
        ((int)answer.StatusCode).ShouldBe(400, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/v1/quality/experiments/analysis", "a,b,c,y\n6,1,5,7\n9,0,40,8\n8,0,8,1e308\n5,1,2,1\n", "1e60")]
    [InlineData("/api/v1/quality/experiments/analysis", "a,a,y\n4,4,1\n5,0,3\n6,1,7\n9,0,8\n", "Two columns are called")]
    [InlineData("/api/v1/quality/gauge", "part,reference,value\nc,0,1e308\na,1,1\nb,20,2\n", "1e60")]
    [InlineData("/api/v1/telemetry", """{"messages":[{"asset":"","sequence":9999999999999999999}]}""", "not JSON of the form expected")]
    [InlineData("/v1/dpps", """{"uniqueProductIdentifier":"http","granularity":"Item"}""", "http")]
    [InlineData("/v1/dpps", """{"uniqueProductIdentifier":"https://id.gs1.org/01/09521234500018/21/I1","granularity":"\ud800"}""", "urrogate")]
    public async Task Bad_input_is_refused_by_name(string address, string text, string says)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(text[0] == '{' ? "application/json" : "text/csv") } };
        using var answer = await house.Client.PostAsync(address, body);
        var said = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeInRange(400, 499, said);
        said.ShouldContain(says);
    }

    [Theory]
    [InlineData("{\"id\":", "malformed-input")]
    [InlineData("{\"id\":7}", "malformed-input")]
    public async Task A_body_that_is_not_what_is_expected_is_told_as_a_problem(string text, string code)
    {
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        using var answer = await house.Client.PostAsync("/api/v1/passports", body);
        (await answer.ProblemAsync(400)).Text("code").ShouldBe(code);
        using var parameter = await house.Client.GetAsync("/api/v1/things?limit=many");
        (await parameter.ProblemAsync(400)).Text("code").ShouldBe("bad-request");
    }

    [Fact]
    public async Task Subgroups_larger_than_ranges_are_used_for_have_a_capability()
    {
        using var body = new StringContent("sample,value\n" + string.Concat(Enumerable.Range(0, 303).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i / 101},{10 + (i % 7)}\n"))));
        using var answer = await house.Client.PostAsync("/api/v1/quality/capability?lsl=5&usl=25", body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("models/vec-lfp-1a1.json")]
    [InlineData("gateways/untp-passport.json")]
    [InlineData("lives/two-old-packs.json")]
    public async Task A_payload_whose_text_is_no_Unicode_is_refused(string sample)
    {
        var sound = await File.ReadAllBytesAsync(Path.Combine(ExampleValueChain.ShippedSamples, sample), TestContext.Current.CancellationToken);
        // The last text of the file, so that what it is has been recognised by then.
        var place = sound.AsSpan().LastIndexOf("\""u8) - 1;
        foreach (var damage in new[] { "\u00FF"u8[..1].ToArray(), "\\ud800"u8.ToArray(), "\\udfff\\ud800"u8.ToArray() })
        {
            using var body = new ByteArrayContent([.. sound[..place], .. damage, .. sound[place..]]);
            using var answer = await house.Client.PostAsync("/api/v1/imports?preview=true&name=payload.json", body);
            ((int)answer.StatusCode).ShouldBeOneOf(400, 415, 422);
        }
    }
}
