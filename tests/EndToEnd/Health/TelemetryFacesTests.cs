using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Health;

/// <summary>Telemetry from the command line over HTTP to the pages.</summary>
public sealed class TelemetryFacesTests(Workshop house, Browser browser)
{
    private const string Battery = "https://id.gs1.org/01/09521234500018/21/TBSI-B1T25";

    [Fact]
    public async Task The_example_is_sent_taken_once_and_shown()
    {
        var table = await File.ReadAllBytesAsync(Path.Combine(ExampleValueChain.ShippedSamples, "tbsi-sunwoda", "TBSI-B01T25.csv"));
        (await house.Client.PostAsync("/api/v1/imports?name=cell.csv", new ByteArrayContent(table))).EnsureSuccessStatusCode();
        var sample = Path.Combine(ExampleValueChain.ShippedSamples, "telemetry", "scooter.csv");
        using var terminal = new CommandLine.Voltloop();
        var sent = await terminal.RunAsync("telemetry", "send", sample, "--url", house.Url, "--json");
        sent.ExitCode.ShouldBe(0, sent.Errors);
        (sent.Json.GetProperty("taken").GetInt32(), sent.Json.GetProperty("samples").GetInt32()).ShouldBe((8, 240));
        var again = await PostAsync(Gzip(await File.ReadAllBytesAsync(sample)));
        (again.GetProperty("taken").GetInt32(), again.GetProperty("duplicates").GetInt32()).ShouldBe((0, 8));
        (await PostAsync(await File.ReadAllBytesAsync(Path.ChangeExtension(sample, ".json")))).GetProperty("taken").GetInt32().ShouldBe(1);

        using var listed = JsonDocument.Parse(await house.Client.GetStringAsync("/api/v1/telemetry/assets?limit=500"));
        var asset = listed.RootElement.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("id").GetString() == Battery);
        asset.GetProperty("samples").GetInt64().ShouldBe(243);
        asset.GetProperty("equivalentFullCycles").GetDouble().ShouldBeInRange(0.1, 0.3);
        asset.GetProperty("signSuspect").GetBoolean().ShouldBeFalse();
        await ShowAsync();
    }

    [Fact]
    public async Task A_message_of_ten_million_samples_is_refused_by_the_name_of_the_limit()
    {
        var row = "1735689600,3.7,1\n"u8.ToArray();
        var body = new byte[row.Length * 10_000_000];
        for (var at = 0; at < body.Length; at += row.Length) row.CopyTo(body, at);
        using var answer = await house.Client.PostAsync("/api/v1/telemetry", new ByteArrayContent(body));
        ((int)answer.StatusCode).ShouldBe(413);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("MaxBodyBytes");
        using var packed = await house.Client.PostAsync("/api/v1/telemetry", new ByteArrayContent(Gzip([.. Encoding.UTF8.GetBytes($"# asset={Battery};source=g;sequence=1\n"), .. body.AsSpan(0, row.Length * 1_000_001)])));
        ((int)packed.StatusCode).ShouldBe(413);
        (await packed.Content.ReadAsStringAsync()).ShouldContain("MaxSamplesPerMessage");
    }

    private async Task ShowAsync()
    {
        var page = await browser.OpenAsync(width: 390);
        await page.GotoAsync(house.Url + "/telemetry");
        await Assertions.Expect(page.Locator("#assets")).ToContainTextAsync("scooter-7");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("it fits a phone");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.Locator("#assets").GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.Locator("#telemetry-panel")).ToContainTextAsync("243");
        await page.Context.CloseAsync();
    }

    private async Task<JsonElement> PostAsync(byte[] body)
    {
        using var answer = await house.Client.PostAsync("/api/v1/telemetry", new ByteArrayContent(body));
        answer.EnsureSuccessStatusCode();
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
