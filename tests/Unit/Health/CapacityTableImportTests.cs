using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Importing;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Health;

public sealed class CapacityTableImportTests
{
    private static string Table(int cycles, string header = "cycle_count,cycle_discharging_capacity_ah") =>
        header + "\n" + string.Concat(Enumerable.Range(1, cycles).Select(n => FormattableString.Invariant($"{n},{(1080 - n) / 1000.0}\n")));

    [Theory]
    [InlineData("cycle_count,cycle_discharging_capacity_ah\n1,1.05\n2,1.04\n")]
    [InlineData("cycle_count,discharging_capacity_ah\n1,1.05\n2,1.04\n")]
    [InlineData("Cycle Count / 1,Discharging Capacity / mAh\r\n1,1050\r\n2,1040\r\n")]
    [InlineData("Cycle_Index;Discharge Capacity [Ah]\n1;1,05\n2;1,04\n")]
    [InlineData("cycle\tQD (Ah)\n1\t1.05\n2\t1.04")]
    [InlineData("\"cycle\",\"capacity / Ah\"\n\"1\",\"1.05\"\n\"2\",\"1.04\"\n")]
    [InlineData("\uFEFF# note: with mark and spaces\n\ncycle, capacity / Ah \n 1 , 1.05\n2, 1.04 \n\n")]
    [InlineData("cycle,capacity / Ah\n1,105e-2\n2,+1.04\n")]
    public async Task The_same_table_is_read_from_every_spelling(string text)
    {
        Import.Source(text).ShouldSatisfyAllConditions(source => new Voltloop.Health.ImportCapacityTables.CapacityTableImporter().Recognises(source).ShouldBeTrue());
        var plan = await Import.TableAsync(text);
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        var append = plan.Batch.Series.ShouldHaveSingleItem();
        append.Spec.Channels.Select(channel => channel.Name).ShouldBe(["cycle_count", "cycle_discharging_capacity_ah"]);
        append.Columns[0].ShouldBe([1, 2]);
        append.Columns[1].ShouldBe([1.05, 1.04]);
    }

    [Fact]
    public async Task Statements_say_value_unit_interval_method_and_inputs()
    {
        var plan = await Import.TableAsync("# rated_capacity_ah: 1.1\n" + Table(100));
        var soh = plan.Statement("stateOfHealth");
        soh.Unit.ShouldBe("%");
        soh.ValidFrom.ShouldBe(Import.Now);
        soh.Value.AsNumber()!.Value.ShouldBe(100 * 0.98 / 1.1, 1e-9);
        var interval = soh.Uncertainty.ShouldNotBeNull();
        interval.Level.ShouldBe(0.95);
        soh.Value.AsNumber()!.Value.ShouldBeInRange(interval.Lower, interval.Upper);
        soh.Evidence.Method.ShouldBe("soh.remaining-over-rated");
        soh.Evidence.Reference.ShouldNotBeNullOrEmpty();
        soh.Evidence.Validity.ShouldNotBeNullOrEmpty();
        soh.Evidence.Inputs.ShouldBe([plan.Batch.Series[0].Spec.Id, plan.Batch.Series[0].Spec.Source!]);
        plan.Number("remainingCapacity").ShouldBe(0.98, 1e-9);
        plan.Number("currentRatedCapacity").ShouldBe(1.0765, 1e-9);
        plan.Number("capacityFade").ShouldBe(100 - 100 * 0.98 / 1.1, 1e-9);
        plan.Number("numberOfFullCycles").ShouldBe(100);
        plan.Number("capacityThroughput").ShouldBe(2 * (108 - 5.05), 1e-9);
        plan.Number("equivalentFullCycles").ShouldBe((108 - 5.05) / 1.1, 1e-9);
        plan.Batch.Assertions[0].Statements.ShouldNotContain(one => one.Term == "flaggedSamples" || one.Term == "energyThroughput");
    }

    [Fact]
    public async Task A_glitch_is_kept_flagged_and_left_out_of_the_estimate()
    {
        var clean = await Import.TableAsync("# rated_capacity_ah: 1.1\n" + Table(100));
        var plan = await Import.TableAsync(("# rated_capacity_ah: 1.1\n" + Table(100)).Replace("95,0.985", "95,30.971", StringComparison.Ordinal));
        plan.CanCommit.ShouldBeTrue();
        plan.Batch.Series[0].Columns[1][94].ShouldBe(30.971);
        plan.Number("remainingCapacity").ShouldBe(clean.Number("remainingCapacity"), 1e-9);
        plan.Number("capacityThroughput").ShouldBe(clean.Number("capacityThroughput"), 0.02);
        plan.Statement("flaggedSamples").Value.Json.ShouldBe("""[{"cycle":95,"value":30.971,"unit":"Ah","rule":"above-1.3-of-rated"}]""");
        plan.Findings.ShouldContain(new Finding(FindingSeverity.Warning, "capacity-flagged",
            "Cycle 95 of TEST-1: 30.971 Ah (above-1.3-of-rated). Kept, flagged, left out of estimates.", "line 97"));
    }

    [Fact]
    public async Task Strict_import_refuses_what_is_only_suspicious()
    {
        var text = ("# rated_capacity_ah: 1.1\n" + Table(100)).Replace("95,0.985", "95,30.971", StringComparison.Ordinal);
        (await Import.TableAsync(text, options: Import.Options with { Strict = true })).ShouldRefuse("capacity-flagged", "line 97");
    }

    [Fact]
    public async Task The_same_content_again_is_already_imported()
    {
        var record = new MemoryRecord();
        record.Apply((await Import.TableAsync(Table(50), record)).Batch);
        var again = await Import.TableAsync(Table(50), record);
        again.AlreadyImported.ShouldBeTrue();
        again.CanCommit.ShouldBeTrue();
        again.Batch.Series.ShouldBeEmpty();
        again.Batch.Assertions.ShouldBeEmpty();
        again.Batch.Documents.ShouldBeEmpty();
        (await Import.TableAsync(Table(30), record)).AlreadyImported.ShouldBeTrue();
    }

    [Fact]
    public async Task A_longer_table_continues_the_series_and_states_health_anew()
    {
        var record = new MemoryRecord();
        var first = await Import.TableAsync(Table(50), record);
        record.Apply(first.Batch);
        var longer = await Import.TableAsync(Table(80), record);
        var append = longer.Batch.Series.ShouldHaveSingleItem();
        append.Spec.ShouldBe(first.Batch.Series[0].Spec);
        append.ExpectedSamples.ShouldBe(50);
        append.Columns[0].ShouldBe(Enumerable.Range(51, 30).Select(n => (double)n));
        longer.Number("numberOfFullCycles").ShouldBe(80);
        longer.Changes.ShouldContain(new ImportChange(ThingId.Parse(Import.Cell).Value, "Capacity per cycle", "50 samples", "80 samples"));
        longer.Changes.ShouldContain(new ImportChange(ThingId.Parse(Import.Cell).Value, "numberOfFullCycles", "50 {cycle}", "80 {cycle}"));
        record.Apply(longer.Batch);
        (await Import.TableAsync(Table(80), record)).AlreadyImported.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_history_of_the_same_cell_is_kept_beside_the_first_with_a_warning()
    {
        var record = new MemoryRecord();
        var first = await Import.TableAsync(Table(50), record);
        record.Apply(first.Batch);
        var other = await Import.TableAsync(Table(60).Replace("20,1.06", "20,1.05", StringComparison.Ordinal), record);
        other.Findings.ShouldContain(finding => finding.Code == "history-differs" && finding.Severity == FindingSeverity.Warning && finding.Location == "line 21");
        other.Batch.Series.ShouldHaveSingleItem().Spec.Id.ShouldNotBe(first.Batch.Series[0].Spec.Id);
        other.Batch.Series[0].Columns[0].Length.ShouldBe(60);
    }

    [Fact]
    public async Task Many_cells_in_one_file_become_things_with_their_model()
    {
        var plan = await Import.TableAsync("serial,gtin,cycle_count,capacity / Ah\nA-1,09521234500018,1,1.0\nA-2,09521234500018,1,1.1\nA-1,09521234500018,2,0.9\n",
            options: new ImportOptions("tester", Import.Now));
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Batch.Things.Select(thing => (thing.Kind, thing.Label)).ShouldBe([(ThingKind.Model, "09521234500018"), (ThingKind.Cell, "A-1"), (ThingKind.Cell, "A-2")]);
        plan.Batch.Things[1].Model.ShouldBe(plan.Batch.Things[0].Id);
        plan.Batch.Things[1].Aliases.ShouldBe(["A-1"]);
        plan.Batch.Series.Count.ShouldBe(2);
        plan.Batch.Series[0].Columns[0].ShouldBe([1, 2]);
        plan.Batch.Documents.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Identifiers_may_stand_in_a_column()
    {
        var plan = await Import.TableAsync($"thing,cycle_count,capacity / Ah\n{Import.Cell},1,1.0\n", options: new ImportOptions("tester", Import.Now));
        plan.Batch.Things.ShouldHaveSingleItem().Id.ShouldBe(ThingId.Parse(Import.Cell));
    }

    [Fact]
    public async Task Rated_capacity_declared_in_the_record_wins_over_the_file()
    {
        var record = new MemoryRecord();
        var model = ThingId.Parse("https://id.voltloop.example/01/09521234500018");
        record.Apply(new() { Things = [new Thing(model, ThingKind.Model, "m")] });
        record.State(new Statement(model, "ratedCapacity", StatementValue.Of(1.2), DateTimeOffset.UnixEpoch) { Unit = "Ah" });
        var plan = await Import.TableAsync("# model: https://id.voltloop.example/01/09521234500018\n# rated_capacity_ah: 1.1\n" + Table(100), record);
        plan.Number("stateOfHealth").ShouldBe(100 * 0.98 / 1.2, 1e-9);
        plan.Findings.ShouldContain(finding => finding.Code == "rated-capacity-differs");
        plan.Batch.Things.ShouldHaveSingleItem().Model.ShouldBe(model);
    }

    [Fact]
    public async Task Unknown_columns_are_kept_out_with_a_note_and_known_ones_become_channels()
    {
        var plan = await Import.TableAsync("cycle_count,capacity / Ah,operator,Ambient Temperature / K\n1,1.05,Ann,298.15\n2,1.04,Bob,\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Findings.ShouldContain(finding => finding.Code == "unknown-column" && finding.Severity == FindingSeverity.Note && finding.Location == "line 1");
        plan.Batch.Series[0].Spec.Channels.Select(channel => channel.Name).ShouldBe(["cycle_count", "cycle_discharging_capacity_ah", "ambient_temperature_celsius"]);
        plan.Batch.Series[0].Columns[2].ShouldBe([25, double.NaN]);
    }

    [Fact]
    public async Task Utf16_with_its_mark_is_read()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Table(30))];
        var plan = await Import.TableAsync(Import.Source(bytes));
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Findings.ShouldContain(finding => finding.Code == "transcoded-utf16");
    }
}
