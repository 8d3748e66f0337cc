using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Quality;

/// <summary>Tolerances and experiments as a person, a program and a terminal use them.</summary>
public sealed class StackPagesTests(RunningHouse house, Browser browser)
{
    private static readonly string Samples = Path.Combine(ExampleValueChain.ShippedSamples, "quality");

    [Fact]
    public async Task A_stack_is_edited_an_experiment_planned_and_analysed_and_a_bad_stack_refused_by_name()
    {
        var page = await browser.OpenAsync(390, 844, ColorScheme.Dark);
        await page.GotoAsync(house.Url + "/quality/stack");
        await ClickAsync(page, "Add up");
        await page.Locator("#contributors").WaitForAsync();
        (await page.Locator("#sums tbody tr").CountAsync()).ShouldBe(2);
        (await page.Locator("#allocation tbody tr").CountAsync()).ShouldBe(2);
        await FitsAsync(page);
        await page.FillAsync("#rows", "name,nominal,tolerance\na,10,0.3\nb,-4,0.4");
        await page.FillAsync("#Allocate", "");
        await ClickAsync(page, "Add up");
        await page.Locator("h2", new PageLocatorOptions { HasText = "result" }).First.WaitForAsync();
        (await page.Locator("#sums tbody tr").First.InnerTextAsync()).ShouldContain("0.5");
        await page.GotoAsync(house.Url + "/quality/doe");
        await ClickAsync(page, "Plan");
        await page.Locator("#aliases").WaitForAsync();
        (await page.Locator("#aliases").InnerTextAsync()).ShouldContain("AB = CD");
        (await page.InputValueAsync("#runs")).Trim().Split('\n').Length.ShouldBe(12);
        await FitsAsync(page);
        await page.GotoAsync(house.Url + "/quality/doe");
        await ClickAsync(page, "Analyse");
        await page.Locator("#variance").WaitForAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("The surface has a");
        await FitsAsync(page);
        await page.GotoAsync(house.Url + "/quality/stack");
        await page.FillAsync("#rows", "name,nominal,tolerance\na,10,-0.3");
        await ClickAsync(page, "Add up");
        await page.GetByText("negative-width").WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_table_of_units_is_searched_for_causes_in_a_browser_and_a_bad_one_refused_by_name()
    {
        var page = await browser.OpenAsync(390, 844, ColorScheme.Dark);
        await page.GotoAsync(house.Url + "/quality/cause");
        await page.SetInputFilesAsync("#file", Path.Combine(Samples, "weld-genealogy.csv"));
        await ClickAsync(page, "Find causes in the table");
        await page.Locator("#causes").WaitForAsync();
        (await page.Locator("#causes").InnerTextAsync()).ShouldContain("WELDER-3");
        await FitsAsync(page);
        await page.GotoAsync(house.Url + "/quality/cause");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "units.csv", MimeType = "text/csv", Buffer = "unit,machine\nA,1\n"u8.ToArray() });
        await ClickAsync(page, "Find causes in the table");
        (await page.Locator(".notice--bad, .notice").First.InnerTextAsync()).ShouldContain("bad");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_structure_of_a_line_is_learned_and_put_beside_what_experts_say()
    {
        var page = await browser.OpenAsync(390, 844, ColorScheme.Light);
        await page.GotoAsync(house.Url + "/quality/structure");
        await page.SetInputFilesAsync("#file", Path.Combine(Samples, "line-stations.csv"));
        await page.FillAsync("#target", "end of line/capacity");
        await ClickAsync(page, "Learn the structure");
        await page.Locator("#edges").WaitForAsync();
        (await page.Locator("#effects tbody tr").First.InnerTextAsync()).ShouldContain("soaking/wetting");
        (await page.Locator("#picture path").CountAsync()).ShouldBe(await page.Locator("#edges tbody tr").CountAsync());
        await FitsAsync(page);
        await page.GotoAsync(house.Url + "/quality/fmea");
        await page.SetInputFilesAsync("#fmea", Path.Combine(Samples, "line-fmea.csv"));
        await page.SetInputFilesAsync("#data", Path.Combine(Samples, "line-stations.csv"));
        await page.FillAsync("#observed", "end of line/leak");
        await ClickAsync(page, "Compare");
        await page.Locator("#verdicts").WaitForAsync();
        (await page.Locator("#causes tbody tr").First.InnerTextAsync()).ShouldContain("seal damaged");
        (await page.Locator("#conflicts").InnerTextAsync()).ShouldContain("rated 0.0001 by Ben and 0.01 by Ana");
        await FitsAsync(page);
        await page.GotoAsync(house.Url + "/quality/fmea");
        await page.FillAsync("#keep-of", "https://id.gs1.org/414/9521234600411");
        await page.SetInputFilesAsync("#keep-fmea", Path.Combine(Samples, "line-fmea.csv"));
        await ClickAsync(page, "Keep it from now on");
        (await page.Locator("#kept tbody tr").CountAsync()).ShouldBe(18);
        using var asked = await house.Client.PostAsync("/api/v1/quality/fmea?observed=end%20of%20line/leak&of=" + Uri.EscapeDataString("https://id.gs1.org/414/9521234600411"), new MultipartFormDataContent { { new StringContent(""), "none" } });
        (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("causes")[0].GetProperty("name").GetString().ShouldBe("seal damaged");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_sample_is_worked_out_over_http_and_the_terminal_says_the_same()
    {
        (await PostAsync("stack?stack=gap&lsl=0.8&usl=2.7&allocate=1", "cell-module-pack.csv")).GetProperty("allocation").GetArrayLength().ShouldBe(2);
        (await PostAsync("stack", "module-locators.csv")).GetProperty("layouts").GetArrayLength().ShouldBe(2);
        (await PostAsync("stack", "busbar-loop.csv")).GetProperty("kind").GetString().ShouldBe("loop");
        (await PostAsync("stack?lsl=0.05&usl=0.5", "module-pressure.csv")).GetProperty("simulation").GetProperty("rejectsErrorPpm").GetDouble().ShouldBeGreaterThan(0);
        (await PostAsync("experiments/analysis", "calender-surface.csv")).GetProperty("stationary").GetProperty("nature").GetString().ShouldBe("minimum");
        (await PostAsync("experiments/analysis", "weld-screening.csv")).GetProperty("terms")[0].GetProperty("standsOut").GetBoolean().ShouldBeTrue();
        using var plan = await house.Client.PostAsJsonAsync("/api/v1/quality/experiments/design", new { kind = "composite", factors = "a 1 2; b 3 4", seed = 2 });
        (await plan.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runs").GetArrayLength().ShouldBe(12);
        using var cyclic = await house.Client.PostAsync("/api/v1/quality/stack", new StringContent("stack,name,nominal,tolerance,distribution\na,x,,,stack a"));
        cyclic.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await cyclic.Content.ReadAsStringAsync()).ShouldContain("cyclic-stack");
        var http = await PostAsync("stack?lsl=0", "cells-measured.csv");
        using var terminal = new CommandLine.Voltloop();
        var told = await terminal.RunAsync("quality", "stack", Path.Combine(Samples, "cells-measured.csv"), "--lsl", "0", "--json");
        told.ExitCode.ShouldBe(0, told.Errors);
        using var verb = JsonDocument.Parse(told.Output);
        verb.RootElement.GetProperty("simulation").GetProperty("sigma").GetDouble().ShouldBe(http.GetProperty("simulation").GetProperty("sigma").GetDouble());
    }

    [Fact]
    public async Task What_a_machine_read_on_a_day_is_the_distribution_of_a_dimension()
    {
        var table = $"name,nominal,tolerance,sensitivity,distribution\ncoating,,,1,signal {Pages.HousePages.Coater} SurfaceDensity 2024-03-05\nfoil,10,0.5,1,";
        using var answer = await house.Client.PostAsync("/api/v1/quality/stack", new StringContent(table));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var found = await answer.Content.ReadFromJsonAsync<JsonElement>();
        found.GetProperty("contributors").EnumerateArray().Single(part => part.GetProperty("name").GetString() == "coating").GetProperty("distribution").GetString().ShouldBe("measured");
        // The drift of its hour from 10:00 makes the day skewed: not what a normal distribution would say.
        Math.Abs(found.GetProperty("simulation").GetProperty("skewness").GetDouble()).ShouldBeGreaterThan(0.01);
    }

    private static async Task FitsAsync(IPage page)
    {
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, page.Url);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(page.Url);
    }

    private static Task ClickAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }).ClickAsync();

    private async Task<JsonElement> PostAsync(string address, string file)
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Samples, file)));
        using var answer = await house.Client.PostAsync("/api/v1/quality/" + address, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
