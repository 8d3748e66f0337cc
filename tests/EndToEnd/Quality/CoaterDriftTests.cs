using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tracing.Model.Factory;

namespace Voltloop.Tests.EndToEnd.Quality;

/// <summary>Step 3 of the golden thread over HTTP: the coater that drifts from 10:00 to 11:00 is seen in the chart, long before a pack comes back.</summary>
public sealed class CoaterDriftTests(RunningHouse house)
{
    private static readonly string Samples = Path.Combine(ExampleValueChain.ShippedSamples, "quality");
    private static string Coater => FactorySites.Factory.At(FactoryNames.Coater(true, FactoryPlan.DriftingCoater));

    [Theory]
    [InlineData("ewma", "SurfaceDensity")]
    [InlineData("cusum", "SurfaceDensity")]
    public async Task Step_3_the_chart_of_the_coater_sees_the_drift_in_its_hour(string chart, string signal)
    {
        var answer = await house.Client.JsonAsync($"/api/v1/quality/signals/chart?machine={Uri.EscapeDataString(Coater)}&signal={signal}&from=2024-03-05T00:00Z&before=2024-03-06T00:00Z&chart={chart}&baseline=150&limit={(chart == "ewma" ? "3.4" : "8")}");
        var moments = answer.GetProperty("points").EnumerateArray().Where(point => point.GetProperty("rules").GetArrayLength() > 0).Select(point => Moment(point.GetProperty("at"))).ToArray();
        moments.ShouldNotBeEmpty();
        moments[0].ShouldBeInRange(FactoryPlan.DriftFrom, FactoryPlan.DriftFrom.AddMinutes(12));
        moments.Count(at => at < FactoryPlan.DriftBefore).ShouldBeGreaterThan(30);
        // The repair that ended it is told by an event, and opens a phase with limits of its own by itself.
        var phases = answer.GetProperty("phases");
        phases.GetArrayLength().ShouldBe(2);
        phases[1].GetProperty("reason").GetString().ShouldNotBeNull().ShouldStartWith("repair: slurry pump");
        answer.GetProperty("points").EnumerateArray().Skip(phases[1].GetProperty("start").GetInt32() - 1).Count(point => point.GetProperty("rules").GetArrayLength() > 0).ShouldBeLessThan(6);
    }

    [Fact]
    public async Task Step_3_the_line_names_that_coater_first_and_keeps_the_others_within_the_budget()
    {
        var line = await house.Client.JsonAsync("/api/v1/quality/line?day=2024-03-05&budget=1");
        var signals = line.GetProperty("signals").EnumerateArray().ToArray();
        signals.Length.ShouldBeGreaterThanOrEqualTo(16);
        signals[0].GetProperty("machine").GetString().ShouldBe(Coater);
        Moment(signals[0].GetProperty("firstOut")).ShouldBeInRange(FactoryPlan.DriftFrom, FactoryPlan.DriftFrom.AddMinutes(12));
        signals[0].GetProperty("repairs")[0].GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("valve seat");
        // Three of its signals move together; what the rest of the line does is chance.
        signals.Where(one => one.GetProperty("machine").GetString() != Coater).Sum(one => one.GetProperty("alarms").GetInt32()).ShouldBeLessThan(6);
    }

    // Three of four signals move together: the multivariate chart sees it, says which, and leads to what was made in those minutes.
    [Fact]
    public async Task Step_3_the_multivariate_chart_sees_the_drift_and_says_which_signals_carry_it()
    {
        var found = await house.Client.JsonAsync($"/api/v1/quality/signals/monitor?machine={Uri.EscapeDataString(Coater)}&day=2024-03-05&method=all");
        var rows = found.GetProperty("out").EnumerateArray().ToArray();
        rows.Select(row => Moment(row.GetProperty("at"))).Count(at => at >= FactoryPlan.DriftFrom && at < FactoryPlan.DriftBefore).ShouldBeGreaterThan(45);
        rows.Count(row => Moment(row.GetProperty("at")) < FactoryPlan.DriftFrom).ShouldBeLessThan(20);
        found.GetProperty("joint").GetProperty("detected").GetBoolean().ShouldBeTrue();
        var selected = found.GetProperty("selected");
        Moment(selected.GetProperty("at")).ShouldBeInRange(FactoryPlan.DriftFrom, FactoryPlan.DriftBefore);
        selected.GetProperty("terms")[0].GetProperty("signal").GetString().ShouldBeOneOf("Areal mass (g/m²)", "Thickness (µm)", "Pressure (bar)");
        selected.GetProperty("terms").EnumerateArray().First(term => term.GetProperty("signal").GetString() == "Temperature (°C)").GetProperty("value").GetDouble().ShouldBeLessThan(10);
        var page = await house.Client.GetStringAsync($"/quality/monitor?machine={Uri.EscapeDataString(Coater)}&day=2024-03-05&method=mewma&row={selected.GetProperty("number").GetInt32()}");
        page.ShouldContain("What contributes at 2024-03-05 10:");
        page.ShouldContain("/recall?from=2024-03-05T10:");
    }

    [Fact]
    public async Task Tables_of_many_signals_are_watched_over_http_and_bad_ones_refused_by_name()
    {
        using var form = new MultipartFormDataContent { { Sample("coater-good.csv"), "train", "coater-good.csv" }, { Sample("coater-drift.csv"), "test", "coater-drift.csv" } };
        using var answer = await house.Client.PostAsync("/api/v1/quality/monitors?faultFrom=121&method=t2,mewma", form);
        var found = await answer.Content.ReadFromJsonAsync<JsonElement>();
        found.GetProperty("joint").GetProperty("firstAlarm").GetInt32().ShouldBeInRange(121, 160);
        found.GetProperty("selected").GetProperty("terms")[0].GetProperty("signal").GetString().ShouldBe("viscosity (pa.s)");
        using var other = new MultipartFormDataContent { { Sample("coater-good.csv"), "train", "coater-good.csv" }, { Sample("tab-welds.csv"), "test", "tab-welds.csv" } };
        using var refused = await house.Client.PostAsync("/api/v1/quality/monitors", other);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("columns-differ");
        using var terminal = new CommandLine.Voltloop();
        var told = await terminal.RunAsync("quality", "monitor", "--train", Path.Combine(Samples, "coater-good.csv"), "--test", Path.Combine(Samples, "coater-drift.csv"), "--fault-from", "121", "--method", "t2,mewma");
        told.ExitCode.ShouldBe(0, told.Errors);
        told.Output.ShouldContain("Hotelling T²: detection");
        told.Output.ShouldContain("false alarms");
    }

    [Fact]
    public async Task Files_are_charted_judged_and_studied_and_bad_ones_refused_by_name()
    {
        var chart = await PostAsync("charts?chart=xbar-r&baseline=20&phases=31 slot die changed", "coating-thickness.csv");
        chart.GetProperty("points").GetArrayLength().ShouldBe(40);
        chart.GetProperty("phases").GetArrayLength().ShouldBe(2);
        chart.GetProperty("points").EnumerateArray().Where(point => point.GetProperty("rules").GetArrayLength() > 0).Select(point => point.GetProperty("number").GetInt32()).ShouldContain(number => number >= 26 && number <= 30);
        (await PostAsync("charts?chart=p", "tab-welds.csv")).GetProperty("points")[21].GetProperty("rules").GetArrayLength().ShouldBe(1);
        (await PostAsync("capability?lsl=164&usl=172&gaugeSigma=0.17", "coating-thickness.csv")).GetProperty("withoutGauge").GetProperty("truePpk").GetDouble().ShouldBeGreaterThan(1);
        (await PostAsync("gauge?tolerance=8", "gauge-crossed.csv")).GetProperty("classes").GetInt32().ShouldBeGreaterThan(4);
        (await PostAsync("gauge", "gauge-references.csv")).GetProperty("linearity").GetProperty("slope").GetDouble().ShouldBe(0.004, 0.002);
        (await PostAsync("gauge", "gauge-judgements.csv")).GetProperty("agreement").GetArrayLength().ShouldBe(7);
        var gate = await PostAsync("gate?outcome=life&group=protocol&lsl=750", "formation-gate.csv");
        gate.GetProperty("stages")[3].GetProperty("explained").GetDouble().ShouldBeGreaterThan(0.8);
        gate.GetProperty("new").EnumerateArray().Last().GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("electrolyte");
        using var crossed = await house.Client.PostAsync("/api/v1/quality/capability?lsl=9&usl=1", new StringContent("1\n2\n3\n"));
        crossed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await crossed.Content.ReadAsStringAsync()).ShouldContain("limits-crossed");
    }

    [Fact]
    public async Task A_control_plan_is_kept_with_the_machine_and_judges_what_it_reads()
    {
        var other = Uri.EscapeDataString(FactorySites.Factory.At(FactoryNames.Coater(true, 0)));
        using (var before = await house.Client.GetAsync($"/api/v1/quality/signals/capability?machine={other}&signal=SurfaceDensity&from=2024-03-05T00:00Z&before=2024-03-06T00:00Z")) before.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PostAsync($"plans?machine={other}", "control-plan.csv")).GetProperty("characteristics").GetArrayLength().ShouldBe(4);
        (await house.Client.JsonAsync($"/api/v1/quality/plans?machine={other}")).GetProperty("characteristics")[3].GetProperty("usl").GetDouble().ShouldBe(2.2);
        var judged = await house.Client.JsonAsync($"/api/v1/quality/signals/capability?machine={other}&signal=SurfaceDensity&from=2024-03-05T00:00Z&before=2024-03-06T00:00Z");
        judged.GetProperty("indices").EnumerateArray().Single(index => index.GetProperty("name").GetString() == "Ppk").GetProperty("value").GetDouble().ShouldBeInRange(1.4, 2);
        judged.GetProperty("withoutGauge").GetProperty("gaugeSigma").GetDouble().ShouldBe(0.5);
        (await house.Client.GetStringAsync($"/quality/plan?machine={other}")).ShouldContain("beta gauge");
        using var crossed = await house.Client.PostAsync($"/api/v1/quality/plans?machine={other}", new StringContent("signal,lsl,usl\nPressure,3,2\n"));
        (await crossed.Content.ReadAsStringAsync()).ShouldContain("limits-crossed");
    }

    [Fact]
    public async Task A_design_is_the_same_over_http_and_in_a_terminal()
    {
        using var answer = await house.Client.PostAsJsonAsync("/api/v1/quality/designs", new { chart = "ewma", lambda = 0.1, arl0 = 500 });
        var http = await answer.Content.ReadFromJsonAsync<JsonElement>();
        http.GetProperty("limit").GetDouble().ShouldBe(2.814310, 5e-7);
        using var terminal = new CommandLine.Voltloop();
        var told = await terminal.RunAsync("quality", "chart", "design", "--chart", "ewma", "--lambda", "0.1", "--arl0", "500", "--json");
        told.ExitCode.ShouldBe(0, told.Errors);
        using var verb = JsonDocument.Parse(told.Output);
        verb.RootElement.GetProperty("limit").GetDouble().ShouldBe(http.GetProperty("limit").GetDouble());
    }

    private async Task<JsonElement> PostAsync(string address, string file)
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Samples, file)));
        using var answer = await house.Client.PostAsync("/api/v1/quality/" + address, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static ByteArrayContent Sample(string file) => new(File.ReadAllBytes(Path.Combine(Samples, file)));

    private static DateTimeOffset Moment(JsonElement at) => DateTimeOffset.Parse(at.GetString()!, CultureInfo.InvariantCulture);
}
