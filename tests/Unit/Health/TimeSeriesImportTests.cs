using Voltloop.Health.ImportTimeSeries;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Health;

public sealed class TimeSeriesImportTests
{
    private const string Head = "test_time_second,voltage_volt,current_ampere\n";

    [Theory]
    [InlineData("test_time_second,voltage_volt,current_ampere\n0,4,-2\n3600,4,-2\n3600,3,1\n7200,3,1\n")]
    [InlineData("Test Time / s,Voltage / V,Current / A\n0,4,-2\n3600,4,-2\n3600,3,1\n7200,3,1")]
    [InlineData("Test Time / h;Voltage / mV;Current / mA\n0;4000;-2000\n1;4000;-2000\n1;3000;1000\n2;3000;1000\n")]
    public async Task Throughput_is_the_exact_integral_of_a_square_wave_in_every_spelling(string text)
    {
        new TimeSeriesImporter().Recognises(Import.Source(text)).ShouldBeTrue();
        var plan = await Import.SeriesAsync(text);
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Number("capacityThroughput").ShouldBe(2 + 1, 1e-12);
        plan.Number("energyThroughput").ShouldBe(8 + 3, 1e-12);
        plan.Statement("energyThroughput").Unit.ShouldBe("Wh");
        plan.Batch.Series[0].Spec.Channels.Select(channel => channel.Name).ShouldBe(["test_time_second", "voltage_volt", "current_ampere"]);
        plan.Batch.Series[0].Columns[0].ShouldBe([0, 3600, 3600, 7200]);
    }

    [Fact]
    public async Task Unix_time_of_the_last_sample_dates_the_statements()
    {
        var plan = await Import.SeriesAsync("test_time_second,voltage_volt,current_ampere,cycle_count,unix_time_second\n0,4,-2,1,1700000000\n3600,4,-2,3,1700003600\n");
        plan.Statement("capacityThroughput").ValidFrom.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_700_003_600));
        plan.Number("numberOfFullCycles").ShouldBe(3);
    }

    [Fact]
    public async Task Continued_test_appends_and_the_same_test_is_already_imported()
    {
        var record = new MemoryRecord();
        record.Apply((await Import.SeriesAsync(Head + "0,4,-2\n3600,4,-2\n", record)).Batch);
        (await Import.SeriesAsync(Head + "0,4,-2\n3600,4,-2\n", record)).AlreadyImported.ShouldBeTrue();
        var longer = await Import.SeriesAsync(Head + "0,4,-2\n3600,4,-2\n7200,4,-2\n", record);
        longer.Batch.Series.ShouldHaveSingleItem().ExpectedSamples.ShouldBe(2);
        longer.Number("capacityThroughput").ShouldBe(4, 1e-12);
    }

    [Fact]
    public async Task Throughput_of_a_second_test_is_not_guessed()
    {
        var record = new MemoryRecord();
        record.Apply((await Import.SeriesAsync(Head + "0,4,-2\n3600,4,-2\n", record)).Batch);
        var other = await Import.SeriesAsync(Head + "0,4,-1\n3600,4,-1\n", record);
        other.CanCommit.ShouldBeTrue();
        other.Findings.ShouldContain(finding => finding.Code == "throughput-not-combined");
        other.Batch.Assertions.ShouldBeEmpty();
        other.Batch.Series.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "empty-file", null)]
    [InlineData(Head, "no-rows", "line 1")]
    [InlineData("test_time_second,voltage_volt\n0,4\n", "column-missing", "line 1")]
    [InlineData(Head + "0,4,1\n10,4,1\n9,4,1\n", "time-backwards", "line 4")]
    [InlineData(Head + "0,4,1\n10,,1\n", "value-missing", "line 3")]
    [InlineData(Head + "0,4,1\n10,nan,1\n", "not-finite", "line 3")]
    [InlineData(Head + "0,4,1\n10,4,inf\n", "not-finite", "line 3")]
    [InlineData(Head + "0,4,1\n10,4", "truncated-file", "line 3")]
    [InlineData(Head + "0,3700,1\n10,3710,1\n", "unit-mismatch", "line 2")]
    [InlineData(Head + "0,4,1\n10,9999,1\n20,4,1\n", "absurd-value", "line 3")]
    [InlineData("Test Time / Ah,Voltage / V,Current / A\n0,4,1\n", "unit-mismatch", "line 1")]
    [InlineData("time,voltage / V,current / A\n0,4,1\n", "unit-missing", "line 1")]
    [InlineData("test_time_second,voltage_volt,current_ampere,cycle_count\n0,4,1,6.283185307179586\n1,4,1,1.5\n", "cycle-count-not-integer", "line 2")]
    [InlineData("test_time_second,voltage_volt,current_ampere,cycle_count\n0,4,1,2\n1,4,1,1\n", "cycle-backwards", "line 3")]
    public async Task Bad_content_is_refused_by_name_and_line(string text, string code, string? location) =>
        (await Import.SeriesAsync(text)).ShouldRefuse(code, location);

    [Fact]
    public async Task Current_positive_while_discharging_is_turned_around_when_words_or_counters_say_so_and_refused_when_only_voltage_does()
    {
        var rows = Enumerable.Range(0, 30).ToArray();
        var words = "test_time_second,voltage_volt,current_ampere,step_type\n" + string.Concat(rows.Select(i => $"{i},4,1,discharge\n"));
        var counters = "test_time_second,voltage_volt,current_ampere,discharging_capacity_ah\n" + string.Concat(rows.Select(i => $"{i},4,1,{i}\n"));
        var falling = Head + string.Concat(rows.Select(i => FormattableString.Invariant($"{i},{4 - 0.01 * i},1\n")));
        (await Import.SeriesAsync(words)).ShouldMend("sign-turned", 30).Batch.Series[0].Columns[2].ShouldAllBe(ampere => ampere == -1);
        (await Import.SeriesAsync(counters)).ShouldMend("sign-turned", 30).Batch.Series[0].Columns[2].ShouldAllBe(ampere => ampere == -1);
        (await Import.SeriesAsync(falling)).ShouldRefuse("current-sign-reversed", "line 3");
        (await Import.SeriesAsync(falling.Replace(",1\n", ",-1\n", StringComparison.Ordinal))).CanCommit.ShouldBeTrue();
    }

    [Fact]
    public async Task Deprecated_unknown_and_renamed_columns_are_noted()
    {
        var plan = await Import.SeriesAsync("Time / s,Voltage / V,Current / A,Step Index / 1,Comment\n0,4,1,1,hello\n10,4.1,1,1,\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Findings.Select(finding => finding.Code).ShouldBe(["column-renamed", "deprecated-column", "unknown-column", "rows-read"], ignoreOrder: true);
        plan.Findings.ShouldAllBe(finding => finding.Severity == FindingSeverity.Note);
    }

    [Fact]
    public async Task Open_thermocouples_of_minus_2500_degC_become_missing_with_a_warning()
    {
        var plan = await Import.SeriesAsync("test_time_second,voltage_volt,current_ampere,Temperature T1 / degC\n0,4,1,-2500\n10,4.1,1,25\n");
        plan.ShouldMend("temperature-implausible", 1).Batch.Series[0].Columns[3].ShouldBe([double.NaN, 25]);
    }
}
