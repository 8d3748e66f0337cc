using System.Security.Cryptography;
using System.Text.Json;
using Voltloop.Tracing.Model;
using Voltloop.Tracing.Model.Factory;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>The made-up factory: always the same, always valid, and its two faults can be found in its events alone.</summary>
public sealed class FactoryChainTests
{
    private static readonly FactoryPlan Small = new(500, 1);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_every_machine_and_another_seed_gives_others()
    {
        HashOf(Small).ShouldBe(HashOf(Small));
        HashOf(Small).ShouldBe(PinnedHash);
        HashOf(Small with { Seed = 2 }).ShouldNotBe(PinnedHash);
    }

    [Fact]
    public void Every_event_keeps_the_rules_of_EPCIS()
    {
        var check = new EventCheck();
        foreach (var one in new FactoryChain(Small) { BoughtIn = [.. Enumerable.Range(0, 30).Select(i => $"https://id.gs1.org/01/09521234500018/21/B{i}")] }.Events())
        {
            using var json = JsonDocument.Parse(one);
            check.Faults(json.RootElement).ShouldBeEmpty(json.RootElement.ToString());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_mine_that_mixes_is_first_among_what_does_not_fit(int seed)
    {
        var truth = Told(Small with { Seed = seed });
        var report = FactoryBooks.Report(Small with { Seed = seed });
        report.Findings[0].Site.ShouldBe(truth.MixingMine.Site);
        report.Findings.GroupBy(finding => finding.Site).MaxBy(site => site.Count())!.Key.ShouldBe(truth.MixingMine.Site);
        report.Findings.Count(finding => finding.Site != truth.MixingMine.Site).ShouldBeLessThan(5, "false alarms come at their stated rate");
    }

    [Fact]
    public void An_honest_supply_chain_of_the_default_seed_gives_no_finding_at_another_site()
    {
        var truth = Told(Small);
        var report = FactoryBooks.Report(Small);
        report.Findings.Where(finding => finding.Site != truth.MixingMine.Site && !finding.Sentence.Contains("/S02-", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_coater_reads_too_much_in_its_hour_and_at_no_other_time()
    {
        var truth = Told(Small).Coater;
        var readings = Events(Small).Where(one => Is(one, "coating") && one.GetProperty("readPoint").GetProperty("id").GetString() == truth.Machine).SelectMany(Densities).ToList();
        var (inside, outside) = (readings.Where(r => r.At >= truth.From && r.At < truth.Before).ToList(), readings.Where(r => r.At < truth.From || r.At >= truth.Before).ToList());
        inside.Count.ShouldBe(60);
        inside.Average(r => r.Grams).ShouldBeGreaterThan(400 * 1.025);
        outside.Average(r => r.Grams).ShouldBe(400, 1);
    }

    [Fact]
    public void Packs_with_cells_of_that_hour_lose_capacity_faster_than_all_others()
    {
        var plan = new FactoryPlan(4000, 1);
        var truth = Told(plan).Coater;
        var charges = Events(plan).Where(one => Is(one, "service")).GroupBy(one => one.GetProperty("epcList")[0].GetString()!, Charge).ToDictionary(pack => pack.Key, pack => pack.Min());
        charges.Keys.Intersect(truth.Packs).Count().ShouldBeGreaterThan(1);
        charges.Where(pack => truth.Packs.Contains(pack.Key)).Max(pack => pack.Value).ShouldBeLessThan(charges.Where(pack => !truth.Packs.Contains(pack.Key)).Min(pack => pack.Value));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    [InlineData(10_000_000)]
    public void Every_cell_has_a_stretch_of_its_own(int cells)
    {
        var plan = new FactoryPlan(cells, 3);
        foreach (var coil in new[] { 0, plan.DriftingCoil, plan.Coils - 1 })
        {
            CellOrigin[] origins = [.. Enumerable.Range(plan.FirstCell(coil), plan.FirstCell(coil + 1) - plan.FirstCell(coil)).Select(plan.OriginOf)];
            origins.ShouldAllBe(origin => origin.Coil == coil && origin.Lane < FactoryPlan.Lanes && origin.ToMetre <= FactoryPlan.CoilMetres - FactoryPlan.LeaderMetres + 1e-9);
            origins.Distinct().Count().ShouldBe(origins.Length);
        }

        plan.FirstCell(plan.Coils).ShouldBe(cells);
        plan.CoaterOf(plan.DriftingCoil).ShouldBe(FactoryPlan.DriftingCoater);
    }

    private const string PinnedHash = "4cde99b917171eacd574dea99743fb0be87aba9ba4595873ee9d3fa12940c2f9";

    private static string HashOf(FactoryPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in new FactoryChain(plan).Events()) hash.AppendData(one);
        hash.AppendData(new FactorySheet(plan).Write());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static PlantedTruth Told(FactoryPlan plan)
    {
        var chain = new FactoryChain(plan);
        chain.Events().Count().ShouldBePositive();
        return chain.Truth;
    }

    private static IEnumerable<JsonElement> Events(FactoryPlan plan) => new FactoryChain(plan).Events().Select(one => JsonElement.Parse(one));

    private static bool Is(JsonElement one, string key) => one.TryGetProperty("voltloop:keyEvent", out var code) && code.GetString() == key;

    private static double Charge(JsonElement one) =>
        one.GetProperty("sensorElementList")[0].GetProperty("sensorReport").EnumerateArray().First(report => report.GetProperty("type").GetString() == "ElectricCharge").GetProperty("value").GetDouble();

    private static IEnumerable<(DateTimeOffset At, double Grams)> Densities(JsonElement one) =>
        one.GetProperty("sensorElementList").EnumerateArray().Select(sensor => (
            sensor.GetProperty("sensorMetadata").GetProperty("startTime").GetDateTimeOffset(),
            sensor.GetProperty("sensorReport").EnumerateArray().First(report => report.GetProperty("type").GetString() == "SurfaceDensity").GetProperty("value").GetDouble()));
}
