using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Health;

/// <summary>From files of a tester to the state of charge on the page of the cell, and the same over HTTP.</summary>
public sealed class ChargePageTests(Workshop house, Browser browser)
{
    private const string Cell = "https://id.gs1.org/01/09521234500032/21/PANASONIC-18650PF-1";

    [Fact]
    public async Task Recordings_become_a_state_of_charge_with_its_interval()
    {
        foreach (var name in new[] { "C20", "LA92", "NN" })
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(Root(), "samples", "panasonic-18650pf", $"PAN-1-{name}.bdf.csv.gz"));
            (await house.Client.PostAsync($"/api/v1/imports?name={name}.csv.gz", new ByteArrayContent(file))).EnsureSuccessStatusCode();
        }

        var api = $"/api/v1/things/{Uri.EscapeDataString(Cell)}/charge";
        (await house.Client.JsonAsync(api)).GetProperty("series").GetArrayLength().ShouldBe(0);
        var page = await browser.OpenAsync(width: 390);
        await page.GotoAsync($"{house.Url}/things/{Uri.EscapeDataString(Cell)}");
        var panel = page.Locator("#charge-panel");
        await Assertions.Expect(panel).ToContainTextAsync("Not estimated yet");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Estimate the charge" }).ClickAsync();
        await Assertions.Expect(panel).ToContainTextAsync("State of charge over time");
        await Assertions.Expect(panel.GetByRole(AriaRole.Link, new() { Name = "State of charge" })).ToContainTextAsync("1");
        await Assertions.Expect(panel).ToContainTextAsync("Incremental capacity");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("it fits a phone");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();

        var series = (await house.Client.JsonAsync(api)).GetProperty("series");
        series[0].GetProperty("values").EnumerateArray().Last().GetDouble().ShouldBe(14.87, 1);
        var curve = (await house.Client.JsonAsync(api + "/curve")).GetProperty("series")[0].GetProperty("values");
        curve.EnumerateArray().Select(one => one.GetDouble()).ShouldBeInOrder(SortDirection.Ascending);
        var unknown = await house.Client.PostAsync($"/api/v1/things/{Uri.EscapeDataString("https://id.gs1.org/01/09521234500032/21/NOBODY")}/charge", null);
        ((int)unknown.StatusCode).ShouldBe(404);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Voltloop.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
