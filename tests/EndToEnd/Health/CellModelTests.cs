using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Health;

/// <summary>The three faces of the cell model say the same.</summary>
public sealed class CellModelTests(RunningHouse house, Browser browser)
{
    private static readonly string Drive = Path.Combine(ExampleValueChain.ShippedSamples, "cell-model", "drive.csv");

    [Fact]
    public async Task A_cell_is_simulated_alike_on_the_page_over_http_and_in_a_terminal()
    {
        using var answer = await house.Client.PostAsJsonAsync("/api/v1/cells/simulations", new { parameters = "chen2020", cRate = 1, ambientCelsius = 10 });
        var http = await answer.Content.ReadFromJsonAsync<JsonElement>();
        using var terminal = new CommandLine.Voltloop();
        var told = await terminal.RunAsync("health", "simulate", "--parameters", "chen2020", "--c-rate", "1", "--ambient", "10", "--json");
        told.ExitCode.ShouldBe(0, told.Errors);
        using var verb = JsonDocument.Parse(told.Output);
        foreach (var name in new[] { "chargeAh", "energyWattHour", "highestCelsius", "ending" })
        {
            verb.RootElement.GetProperty(name).GetRawText().ShouldBe(http.GetProperty(name).GetRawText(), name);
        }

        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/health/cell-model");
        await page.Locator("#AmbientCelsius").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Simulate" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToHaveCountAsync(http.GetProperty("warnings").GetArrayLength());
        await Assertions.Expect(page.Locator("vl-line-chart")).ToHaveCountAsync(5);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_drive_profile_is_followed_and_a_faulty_one_refused_by_name_everywhere()
    {
        using var terminal = new CommandLine.Voltloop();
        (await terminal.RunAsync("health", "simulate", "--profile", Drive, "--start", "80")).Output.ShouldContain("ended with the profile");
        (await terminal.RunAsync("health", "simulate", "--c-rate", "99")).ExitCode.ShouldBe(2);
        using var answer = await house.Client.PostAsJsonAsync("/api/v1/cells/simulations", new { profile = new { seconds = new[] { 0, 0 }, amperes = new[] { 1, 1 } } });
        ((int)answer.StatusCode).ShouldBe(422);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("invalid-value");
    }
}
