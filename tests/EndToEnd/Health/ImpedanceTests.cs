using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Health;

/// <summary>The three faces of the analysis of a spectrum say the same.</summary>
public sealed class ImpedanceTests(RunningHouse house, Browser browser)
{
    private static readonly string Sample = Path.Combine(ExampleValueChain.ShippedSamples, "eis", "cell.csv");

    [Fact]
    public async Task A_spectrum_is_analysed_alike_on_the_page_over_http_and_in_a_terminal()
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(Sample));
        using var answer = await house.Client.PostAsync("/api/v1/impedance?name=cell.csv&circuit=R0-p(R1,C1)-p(R2-Wo1,C2)&weight=unit", body);
        var http = await answer.Content.ReadFromJsonAsync<JsonElement>();
        http.GetProperty("validity").GetProperty("isValid").GetBoolean().ShouldBeTrue();

        using var terminal = new CommandLine.Voltloop();
        var told = await terminal.RunAsync("health", "eis", Sample, "--circuit", "R0-p(R1,C1)-p(R2-Wo1,C2)", "--weight", "unit", "--json");
        told.ExitCode.ShouldBe(0, told.Errors);
        using var verb = JsonDocument.Parse(told.Output);
        Parameters(verb.RootElement).ShouldBe(Parameters(http));

        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/impedance");
        await page.Locator("#file").SetInputFilesAsync(Sample);
        await page.Locator("#circuit").FillAsync("R0-p(R1,C1)-p(R2-Wo1,C2)");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Analyse" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Impedance spectrum");
        await Assertions.Expect(page.Locator(".nyquist__point")).ToHaveCountAsync(http.GetProperty("points").GetArrayLength());
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static IEnumerable<(string?, string)> Parameters(JsonElement result) => result.GetProperty("circuit").GetProperty("parameters").EnumerateArray()
        .Select(parameter => (parameter.GetProperty("name").GetString(), parameter.GetProperty("value").GetRawText()));
}
