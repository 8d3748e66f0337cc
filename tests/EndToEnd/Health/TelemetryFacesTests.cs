using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
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
        foreach (var file in new[] { Path.Combine("models", "vec-ncm811-1a1.json"), Path.Combine("tbsi-sunwoda", "TBSI-B01T25.csv") })
        {
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(ExampleValueChain.ShippedSamples, file)));
            (await house.Client.PostAsync($"/api/v1/imports?name={Path.GetFileName(file)}", content)).EnsureSuccessStatusCode();
        }

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
        // 17 bytes a sample. The refusal comes before the body is sent, so that nobody sends 170 MB in vain.
        (await AnnouncedAsync(bytes: 170_000_000)).ShouldSatisfyAllConditions(answer => answer.ShouldStartWith("HTTP/1.1 413"), answer => answer.ShouldContain("MaxBodyBytes"));
        var rows = string.Concat(Enumerable.Repeat("1735689600,3.7,1\n", 1_000_001));
        using var packed = await house.Client.PostAsync("/api/v1/telemetry", new ByteArrayContent(Gzip(Encoding.UTF8.GetBytes($"# asset={Battery};source=g;sequence=1\n{rows}"))));
        ((int)packed.StatusCode).ShouldBe(413);
        (await packed.Content.ReadAsStringAsync()).ShouldContain("MaxSamplesPerMessage");
    }

    private async Task<string> AnnouncedAsync(long bytes)
    {
        var url = new Uri(house.Url);
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port);
        await using var stream = client.GetStream();
        var head = string.Create(CultureInfo.InvariantCulture, $"POST /api/v1/telemetry HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Length: {bytes}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var (answer, buffer) = (new StringBuilder(), new byte[8192]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!answer.ToString().Contains("MaxBodyBytes", StringComparison.Ordinal) && await stream.ReadAsync(buffer, patience.Token) is > 0 and var read) answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return answer.ToString();
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
