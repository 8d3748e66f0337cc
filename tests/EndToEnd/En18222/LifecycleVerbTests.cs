using Voltloop.App.Example;

namespace Voltloop.Tests.EndToEnd.En18222;

[Trait("Requirement", "LAW-06")]
public sealed class LifecycleVerbTests : IDisposable
{
    private const string Table = "serial,gtin,cycle_count,discharging_capacity_ah\nLV-1,09521234500018,1,1.08\nLV-1,09521234500018,2,1.07\n";
    private const string Heir = "https://id.gs1.org/01/09521234500018/21/LV-2";

    private readonly CommandLine.Voltloop _voltloop = new();

    public void Dispose() => _voltloop.Dispose();

    [Fact]
    public async Task A_battery_is_taken_through_its_lives_from_the_command_line()
    {
        (await _voltloop.RunAsync("import", _voltloop.File("table.csv", Table))).ExitCode.ShouldBe(0);
        (await _voltloop.RunAsync("lifecycle", "LV-1", "--to", "recycled")).ExitCode.ShouldBe(4);
        (await _voltloop.RunAsync("lifecycle", "LV-1", "--to", "repurposed")).ExitCode.ShouldBe(2);
        var born = await _voltloop.RunAsync("lifecycle", "LV-1", "--to", "repurposed", "--new-id", Heir, "--operator", "https://op.example/2", "--json");
        born.ExitCode.ShouldBe(0, born.Errors);
        born.Json.GetProperty("successors")[0].GetString().ShouldBe(Heir);
        var waste = await _voltloop.RunAsync("lifecycle", Heir, "--to", "waste", "--operator", "https://pro.example/1");
        waste.Output.ShouldContain("is waste");
        (await _voltloop.RunAsync("lifecycle", Heir, "--to", "recycled")).Output.ShouldContain("ceased to exist");
        (await _voltloop.RunAsync("show", Heir)).Output.ShouldNotContain("Rated capacity");
    }

    [Fact]
    public async Task Packs_are_composed_and_joined_from_the_command_line()
    {
        var rows = string.Concat(Enumerable.Range(1, 4).Select(n => $"CP-{n},09521234500018,1,1.08\nCP-{n},09521234500018,2,1.07\n"));
        (await _voltloop.RunAsync("import", _voltloop.File("table.csv", "serial,gtin,cycle_count,discharging_capacity_ah\n" + rows))).ExitCode.ShouldBe(0);
        var refused = await _voltloop.RunAsync("compose", "CP-1", "--add", "CP-3");
        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain("is a Cell", Case.Insensitive);
        (await _voltloop.RunAsync("structure", "CP-1", "--depth", "9")).ExitCode.ShouldBe(2);
        var joined = await _voltloop.RunAsync("lifecycle", "CP-1", "--to", "re-used", "--with", "CP-2", "--part", "--new-id", Heir, "--operator", "https://op.example/2", "--json");
        joined.ExitCode.ShouldBe(0, joined.Errors);
        joined.Json.GetProperty("next").GetArrayLength().ShouldBeGreaterThan(0, "a part went on; the rest lives");
    }

    [Fact]
    public async Task The_sample_of_two_old_packs_becomes_a_store_of_modules_from_both()
    {
        const string Store = "https://id.gs1.org/01/09521234500056/21/STORE-1";
        (await _voltloop.RunAsync("import", Path.Combine(ExampleValueChain.ShippedSamples, "lives", "two-old-packs.json"))).ExitCode.ShouldBe(0);
        (await _voltloop.RunAsync("structure", "PACK-A")).Output.ShouldContain("module Module A1");
        var joined = await _voltloop.RunAsync("lifecycle", "PACK-A", "--to", "repurposed", "--with", "PACK-B", "--part", "--component", "MODULE-A1", "MODULE-B1", "--new-id", Store, "--operator", "did:web:heir.example");
        joined.ExitCode.ShouldBe(0, joined.Errors);
        var store = (await _voltloop.RunAsync("structure", Store, "--json")).Json;
        store.GetProperty("components").EnumerateArray().Select(part => part.GetProperty("label").GetString()).ShouldBe(["Module A1 (illustrative)", "Module B1 (illustrative)"]);
        (await _voltloop.RunAsync("structure", "PACK-B", "--json")).Json.GetProperty("componentCount").GetInt32().ShouldBe(1);
        (await _voltloop.RunAsync("compose", "PACK-A", "--add", "PACK-B")).ExitCode.ShouldBe(2);
    }
}
