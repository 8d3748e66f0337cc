using System.Text.Json;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Gateways;

public sealed class ExportLossTests(RunningHouse house)
{
    private const string Cell = "/api/v1/passports/https%3A%2F%2Fid.gs1.org%2F01%2F09521234500018%2F21%2FTBSI-B1T25";

    [Theory]
    [InlineData("voltloop", true)]
    [InlineData("catenax-6.1.0", false)]
    [InlineData("batterypass-1.2:Labeling", false)]
    [InlineData("openepcis-en18223", false)]
    [InlineData("idta-02035-5-1.0.1:value", false)]
    public async Task The_header_counts_what_the_report_lists_and_nothing_of_that_is_in_the_file(string format, bool carriesAll)
    {
        var query = $"?format={Uri.EscapeDataString(format)}&audience=operator";
        using var answer = await house.Client.GetAsync($"{Cell}/export{query}");
        var lost = int.Parse(answer.Headers.GetValues("Voltloop-Export-Lost").Single(), System.Globalization.CultureInfo.InvariantCulture);
        answer.Headers.GetValues("Link").Single().ShouldBe($"<export-loss{query}>; rel=\"describedby\"");
        var report = await house.Client.JsonAsync($"{Cell}/export-loss{query}");
        report.GetProperty("lost").GetArrayLength().ShouldBe(lost);
        (lost == 0).ShouldBe(carriesAll);
        var facts = (await house.Client.JsonAsync($"{Cell}?audience=operator")).GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("values").EnumerateArray()).Count();
        (report.GetProperty("carried").GetInt32() + lost).ShouldBe(facts);
        report.GetProperty("lost").EnumerateArray().ShouldAllBe(term => term.GetProperty("reason").GetString()!.Length > 10);
    }

    [Fact]
    public async Task The_report_tells_nobody_of_facts_they_may_not_read()
    {
        var open = await house.Client.GetStringAsync($"{Cell}/export-loss?format=batterypass-1.2:Labeling&audience=public");
        open.ShouldNotContain("stateOfHealth");
        open.ShouldContain("ratedCapacity");
    }

    [Fact]
    public async Task The_verb_says_on_the_other_stream_what_the_file_lacks()
    {
        using var voltloop = new CommandLine.Voltloop();
        await voltloop.RunAsync("import", voltloop.File("table.csv", "serial,gtin,cycle_count,discharging_capacity_ah\nCLI-1,09521234500018,1,1.08\nCLI-1,09521234500018,2,1.07\nCLI-1,09521234500018,3,1.06\n"));
        var plain = await voltloop.RunAsync("export", "CLI-1", "--format", "batterypass-1.2:Labeling");
        plain.ExitCode.ShouldBe(0);
        plain.Json.ValueKind.ShouldBe(JsonValueKind.Object);
        plain.Errors.ShouldContain("not carried: ");
        var json = await voltloop.RunAsync("export", "CLI-1", "--format", "batterypass-1.2:Labeling", "--json");
        json.Json.GetProperty("loss").GetProperty("lost").GetArrayLength().ShouldBe(plain.Errors.Split("not carried: ").Length - 1);
    }

    [Fact]
    public async Task The_sample_passport_names_its_battery_and_goes_out_in_another_format()
    {
        using var voltloop = new CommandLine.Voltloop();
        var sample = Path.Combine(App.Example.ExampleValueChain.ShippedSamples, "gateways", "untp-passport.json");
        (await voltloop.RunAsync("import", sample)).ExitCode.ShouldBe(0);
        var back = await voltloop.RunAsync("export", "UNTP-1", "--format", "untp-dpp-0.6");
        JsonElement.DeepEquals(back.Json, JsonDocument.Parse(await File.ReadAllTextAsync(sample)).RootElement).ShouldBeTrue();
        var other = await voltloop.RunAsync("export", "UNTP-1", "--format", "openepcis-dpp");
        other.Json.GetProperty("netWeight").GetProperty("value").GetDouble().ShouldBe(62.5);
    }
}
