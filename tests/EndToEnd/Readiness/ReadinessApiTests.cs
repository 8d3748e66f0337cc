using System.Text.Json;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Readiness;

public sealed class ReadinessApiTests(RunningHouse house)
{
    [Fact]
    public async Task The_example_fleet_is_assessed_for_the_day_of_the_passport()
    {
        var report = await house.Client.JsonAsync("/api/v1/readiness?on=2027-02-18");
        var batteries = await house.BatteriesAsync();
        report.GetProperty("items").GetInt32().ShouldBe(batteries);
        report.GetProperty("models").EnumerateArray().Sum(model => model.GetProperty("items").GetInt32()).ShouldBe(batteries);
        report.GetProperty("ready").GetBoolean().ShouldBeFalse();
        report.GetProperty("ahead").EnumerateArray().ShouldAllBe(ahead => string.CompareOrdinal(ahead.GetProperty("from").GetString(), "2027-02-18") > 0);
    }

    [Fact]
    public async Task One_model_can_be_asked_for_and_its_sum_is_that_of_its_items()
    {
        const string Model = "https://id.gs1.org/01/09521234500018";
        var report = await house.Client.JsonAsync("/api/v1/readiness?on=2027-02-18&model=" + Uri.EscapeDataString(Model));
        var model = report.GetProperty("models")[0];
        model.GetProperty("model").GetString().ShouldBe(Model);
        var single = await house.Client.JsonAsync("/api/v1/passports/" + Uri.EscapeDataString(Model + "/21/TBSI-B1T25") + "/completeness?on=2027-02-18");
        var missing = single.GetProperty("lines").EnumerateArray().Where(line => line.GetProperty("status").GetString() == "missing").Select(line => line.GetProperty("dataPoint").GetString());
        missing.ShouldBeSubsetOf(model.GetProperty("gaps").EnumerateArray().Select(gap => gap.GetProperty("dataPoint").GetString()));
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_gap()
    {
        var report = await house.Client.JsonAsync("/api/v1/readiness?on=2027-02-18");
        var gaps = report.GetProperty("models").EnumerateArray().Sum(model => model.GetProperty("gaps").GetArrayLength() + (model.TryGetProperty("category", out var category) && category.ValueKind == JsonValueKind.String ? 0 : 1));
        var table = await house.Client.GetStringAsync("/api/v1/readiness.csv?on=2027-02-18");
        table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(gaps + 1);
    }

    [Fact]
    public async Task Who_comes_from_elsewhere_without_a_login_is_not_told()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/readiness");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await house.Client.SendAsync(request);
        await answer.ProblemAsync(401);
    }

    [Fact]
    public async Task The_verb_says_by_its_exit_code_whether_something_is_missing()
    {
        using var shell = new CommandLine.Voltloop();
        (await shell.RunAsync("import", shell.File("table.csv", "serial,gtin,cycle_count,discharging_capacity_ah\nR-1,09521234500018,1,1.08\nR-1,09521234500018,2,1.07\n"))).ExitCode.ShouldBe(0);
        (await shell.RunAsync("readiness", "--on", "2027-02-18")).ExitCode.ShouldBe(1);
        (await shell.RunAsync("readiness", "--on", "2020-01-01")).ExitCode.ShouldBe(0);
        (await shell.RunAsync("registry", "self-check")).ExitCode.ShouldBe(1);
        (await shell.RunAsync("readiness", "--on", "someday")).ExitCode.ShouldBe(2);
    }
}
