using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Health;

/// <summary>From a long recording to the page of its measurements, and the steps of the golden thread that write.</summary>
public sealed class CellPageTests(Workshop house, Browser browser)
{
    private const string Cell = "https://id.gs1.org/01/09521234500018/21/CELLPAGE-1";
    private const string Pack = "https://id.gs1.org/01/09521234600534/21/RETURNED-1";
    private const int Samples = 120_000;
    private const int Spike = 77_777;

    private int _minute = 1;

    [Fact]
    public async Task A_long_recording_is_zoomed_into_until_every_sample_shows_and_no_spike_is_lost()
    {
        await ImportAsync("long.csv", Cell, Recording());
        var series = (await house.Client.JsonAsync($"/api/v1/things/{Uri.EscapeDataString(Cell)}/series"))[0].GetProperty("id").GetString()!;
        var address = $"/api/v1/series/{Uri.EscapeDataString(series)}/window";
        var whole = await house.Client.JsonAsync(address + "?points=300");
        whole.GetProperty("exact").GetBoolean().ShouldBeFalse();
        whole.GetProperty("samples").GetInt64().ShouldBe(Samples);
        Voltages(whole).Max().ShouldBe(4.9);
        (await house.Client.GetStringAsync($"{address}.csv?from=77776&to=77778")).Split('\n').Length.ShouldBe(5);
        ((int)(await house.Client.GetAsync(address + "?from=5&to=5")).StatusCode).ShouldBe(422);

        var page = await browser.OpenAsync(390, 844, ColorScheme.Dark);
        await page.GotoAsync($"{house.Url}/health/cell?id={Uri.EscapeDataString(Cell)}");
        var chart = page.Locator("vl-series-window[data-ready]").First;
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-samples", Samples.ToString(CultureInfo.InvariantCulture));
        var stage = chart.Locator(".vl-plot");
        await stage.FocusAsync();
        for (var i = 0; i < 9; i++) await stage.PressAsync("+");
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-samples", new System.Text.RegularExpressions.Regex("^\\d{2,3}$"));
        (await page.Locator("figure [data-csv]").First.GetAttributeAsync("href"))!.ShouldContain("from=");
        await stage.PressAsync("0");
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-samples", Samples.ToString(CultureInfo.InvariantCulture));
        await page.GetByText("The part in view as a table").ClickAsync();
        await Assertions.Expect(page.Locator("#window-table tbody")).ToContainTextAsync("4.9");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("it fits a phone");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.Context.CloseAsync();

        var plain = await browser.OpenAsync(scripts: false);
        await plain.GotoAsync($"{house.Url}/health/cell?id={Uri.EscapeDataString(Cell)}");
        await Assertions.Expect(plain.Locator("svg.picture polyline")).ToHaveCountAsync(2);
        await plain.GetByLabel("From, s").FillAsync("77000");
        await plain.GetByLabel("To, s").FillAsync("78000");
        await plain.GetByRole(AriaRole.Button, new() { Name = "Show this part" }).ClickAsync();
        await Assertions.Expect(plain.Locator("svg.picture")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("to 4\\.9 V"));
        await plain.Context.CloseAsync();
    }

    [Fact]
    public async Task A_spectrum_stays_with_its_cell()
    {
        await ImportAsync("short.csv", Cell + "-EIS", "test_time_second,voltage_volt,current_ampere\n0,3.7,0\n10,3.6,-1\n20,3.5,-1\n30,3.4,-1\n");
        using var body = Bytes(await File.ReadAllBytesAsync(Path.Combine(ExampleValueChain.ShippedSamples, "eis", "cell.csv")));
        (await house.Client.PostAsync($"/api/v1/impedance?name=cell.csv&thing={Uri.EscapeDataString(Cell + "-EIS")}", body)).EnsureSuccessStatusCode();
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{house.Url}/health/cell?id={Uri.EscapeDataString(Cell + "-EIS")}");
        await Assertions.Expect(page.Locator("#spectra-panel .nyquist__point")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#spectra-panel")).ToContainTextAsync("R0");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Step_7_a_returned_pack_is_graded_on_its_recorded_health_and_checks()
    {
        var table = new StringBuilder("# rated_capacity_ah: 60\ncycle_count,cycle_discharging_capacity_ah\n");
        for (var i = 0; i < 40; i++) table.Append(CultureInfo.InvariantCulture, $"{1 + (20 * i)},{60 - (0.2 * i) + (0.05 * (i % 3))}\n");
        await ImportAsync("returned.csv", Pack, table.ToString());
        var address = $"/api/v1/things/{Uri.EscapeDataString(Pack)}";
        using var graded = await house.Client.PostAsync(address + "/grading?visual=pass&history=pass&insulation=2000&selfDischarge=1&manufactured=2024-03-05", null);
        var answer = JsonDocument.Parse(await graded.Content.ReadAsStringAsync()).RootElement;
        graded.IsSuccessStatusCode.ShouldBeTrue(answer.GetRawText());
        (answer.GetProperty("grade").GetString(), answer.GetProperty("status").GetString()).ShouldBe(("a", "release"));
        ((int)(await house.Client.PostAsync(address + "/grading?visual=perhaps", null)).StatusCode).ShouldBe(422);
        // Neither its own fade nor others like it tell when it ends, and that is what a forecast says.
        ((int)(await house.Client.PostAsync(address + "/forecast", null)).StatusCode).ShouldBe(422);

        foreach (var curve in new[] { "capacity", "share" })
        {
            (await house.Client.JsonAsync($"/api/v1/health/comparison/{curve}?ids={Uri.EscapeDataString(Pack)}")).GetProperty("series")[0].GetProperty("values").GetArrayLength().ShouldBe(40);
        }

        var page = await browser.OpenAsync();
        await page.GotoAsync($"{house.Url}/health/cell?id={Uri.EscapeDataString(Pack)}");
        await Assertions.Expect(page.Locator("#second-life")).ToContainTextAsync("decision: release");
        await page.GetByLabel("Visual check").SelectOptionAsync("fail");
        await page.GetByRole(AriaRole.Button, new() { Name = "Grade on the recorded health" }).ClickAsync();
        await Assertions.Expect(page.Locator("#second-life")).ToContainTextAsync("decision: reject");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_pack_of_measured_cells_is_graded_on_the_weakest_that_is_still_in_it()
    {
        const string Inside = "https://id.gs1.org/01/09521234500018/21/INSIDE-";
        string[] cells = [Inside + "1", Inside + "2", Inside + "3"];
        await ImportCellAsync(cells[0], 50);
        await ImportCellAsync(cells[1], 46);
        await ImportCellAsync(Inside + "PACK", null);
        await CaptureAsync(Inside + "PACK", "ADD", cells);
        var address = $"/api/v1/things/{Uri.EscapeDataString(Inside + "PACK")}/grading";
        using var unknown = await house.Client.PostAsync(address, null);
        ((int)unknown.StatusCode, await unknown.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(a => a.Item1.ShouldBe(422), a => a.Item2.ShouldContain("1 of the 3 things"));

        await CaptureAsync(Inside + "PACK", "DELETE", [cells[2]]);
        (await GradedAsync(address)).ShouldBe(100 * 46.0 / 60, 0.3);
        await CaptureAsync(Inside + "PACK", "DELETE", [cells[1]]);
        (await GradedAsync(address)).ShouldBe(100 * 50.0 / 60, 0.3);
    }

    private async Task<double> GradedAsync(string address)
    {
        using var graded = await house.Client.PostAsync(address, null);
        var answer = JsonDocument.Parse(await graded.Content.ReadAsStringAsync()).RootElement;
        graded.IsSuccessStatusCode.ShouldBeTrue(answer.GetRawText());
        return answer.GetProperty("health").GetDouble();
    }

    // Forty cycles with one capacity and a little scatter.
    private Task ImportCellAsync(string id, double? ampereHours)
    {
        var table = new StringBuilder("# rated_capacity_ah: 60\ncycle_count,cycle_discharging_capacity_ah\n");
        if (ampereHours is null) table.Replace("cycle_count,cycle_discharging_capacity_ah\n", "test_time_second,voltage_volt,current_ampere\n0,3.7,0\n10,3.6,-1\n20,3.5,-1\n30,3.4,-1\n").Replace("# rated_capacity_ah: 60\n", "");
        else for (var i = 0; i < 40; i++) table.Append(CultureInfo.InvariantCulture, $"{i + 1},{ampereHours + (0.02 * ((i % 3) - 1))}\n");
        return ImportAsync(id[^6..] + ".csv", id, table.ToString());
    }

    private async Task CaptureAsync(string parent, string action, string[] children)
    {
        var minute = _minute++;
        var told = $$$"""
            {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2025-01-01T09:00:00Z","epcisBody":{"eventList":[
            {"type":"AggregationEvent","eventTime":"2025-01-01T09:{{{minute:00}}}:00Z","eventTimeZoneOffset":"+00:00","action":"{{{action}}}","parentID":"{{{parent}}}","childEPCs":{{{JsonSerializer.Serialize(children)}}}}]}}
            """;
        using var body = new StringContent(told, Encoding.UTF8, "application/ld+json");
        ((int)(await house.Client.PostAsync("/api/v1/epcis/capture", body)).StatusCode).ShouldBe(202);
    }

    private static IEnumerable<double> Voltages(JsonElement window) => window.GetProperty("series")[0].GetProperty("values").EnumerateArray().Select(value => value.GetDouble());

    private static string Recording()
    {
        var text = new StringBuilder("test_time_second,voltage_volt,current_ampere\n");
        for (var i = 0; i < Samples; i++)
        {
            var isCharge = i / 10_000 % 2 == 0;
            text.Append(CultureInfo.InvariantCulture, $"{i},{(i == Spike ? 4.9 : Math.Round(3.6 + (isCharge ? 0.1 : -0.1) + (0.00001 * (i % 10_000)), 5))},{(isCharge ? 1 : -1)}\n");
        }

        return text.ToString();
    }

    private static ByteArrayContent Bytes(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private async Task ImportAsync(string name, string thing, string text)
    {
        using var body = Bytes(Encoding.UTF8.GetBytes(text));
        using var answer = await house.Client.PostAsync($"/api/v1/imports?name={name}&thing={Uri.EscapeDataString(thing)}", body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
