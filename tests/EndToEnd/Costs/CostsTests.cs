using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Costs;

public sealed class CostsTests(RunningHouse house, Browser browser)
{
    [Fact]
    public async Task The_running_store_says_what_a_passport_and_an_update_take()
    {
        var report = await house.Client.JsonAsync("/api/v1/costs?batteries=1000&years=3");
        report.GetProperty("sizes").GetProperty("passports").GetInt32().ShouldBe(await house.BatteriesAsync());
        report.GetProperty("bytesPerPassport").GetDouble().ShouldBeInRange(1_000, 1_000_000);
        report.GetProperty("bytesPerUpdate").GetDouble().ShouldBeInRange(100, 10_000);
        report.GetProperty("cpuMillisecondsPerUpdate").GetDouble().ShouldBeGreaterThan(0);
        report.GetProperty("syncsPerUpdate").GetDouble().ShouldBeInRange(1, 1.5);
        var estimate = report.GetProperty("estimate");
        estimate.GetProperty("years").GetArrayLength().ShouldBe(3);
        estimate.GetProperty("total").GetDouble().ShouldBe(estimate.GetProperty("years").EnumerateArray().Sum(year => year.GetProperty("cost").GetDouble()), 1e-9);
    }

    [Fact]
    public async Task The_table_has_the_same_total()
    {
        var total = (await house.Client.JsonAsync("/api/v1/costs?years=5")).GetProperty("estimate").GetProperty("total").GetDouble();
        var table = await house.Client.GetStringAsync("/api/v1/costs.csv?years=5");
        var line = table.Split("\r\n").Single(row => row.StartsWith("total,cost,", StringComparison.Ordinal));
        double.Parse(line.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(total, total * 0.5);
    }

    [Fact]
    public async Task A_figure_out_of_range_is_refused_by_name()
    {
        using var answer = await house.Client.GetAsync("/api/v1/costs?years=99");
        var problem = await answer.ProblemAsync(400);
        problem.Text("location").ShouldBe("years");
    }

    [Fact]
    public async Task A_person_changes_figures_sees_the_result_and_a_fault_in_its_place()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/costs");
        await page.GetByLabel("Batteries").FillAsync("1000000");
        await page.GetByLabel("Years", new() { Exact = true }).FillAsync("4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/costs\?"));
        await Assertions.Expect(page.Locator("#result tbody tr")).ToHaveCountAsync(4);
        (await page.GetByLabel("Batteries").InputValueAsync()).ShouldBe("1000000");
        await page.GetByLabel("Years", new() { Exact = true }).FillAsync("many");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".field__error").WaitForAsync();
        (await page.Locator(".field--bad label").InnerTextAsync()).ShouldBe("Years");
        (await page.GetByLabel("Years", new() { Exact = true }).InputValueAsync()).ShouldBe("many");
        (await page.Locator("#result").CountAsync()).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_verb_measures_a_store_and_names_a_bad_figure()
    {
        using var voltloop = new CommandLine.Voltloop();
        await voltloop.RunAsync("import", voltloop.File("table.csv", "serial,gtin,cycle_count,discharging_capacity_ah\nCLI-1,09521234500018,1,1.08\nCLI-1,09521234500018,2,1.07\n"));
        var result = await voltloop.RunAsync("costs", "--years", "2", "--batteries", "5", "--json");
        result.ExitCode.ShouldBe(0, result.Errors);
        result.Json.GetProperty("sizes").GetProperty("passports").GetInt32().ShouldBe(1);
        result.Json.GetProperty("estimate").GetProperty("assumptions").GetProperty("batteries").GetDouble().ShouldBe(5);
        var refused = await voltloop.RunAsync("costs", "--years", "none");
        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain("years");
    }
}
