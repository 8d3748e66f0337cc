using System.Text;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Health;

/// <summary>What real files of cyclers do wrong, each trap under its name.</summary>
public sealed class CyclerTrapTests
{
    private const string Bdf = "test_time_second,voltage_volt,current_ampere\n";

    [Fact]
    public async Task Maccor_current_without_sign_takes_it_from_the_state()
    {
        var plan = await Import.SeriesAsync(CyclerFiles.MaccorFile());
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Format.ShouldBe("Maccor text");
        plan.Column("current_ampere").ShouldBe([.. Enumerable.Repeat(-1.5, 10), .. Enumerable.Repeat(1.5, 10)]);
        plan.Column("test_time_second")[4].ShouldBe(5.5);
        plan.Repairs.ShouldContain(repair => repair.Rule == "sign-from-state" && repair.Rows == 10 && !repair.IsMended);
    }

    [Fact]
    public async Task Maccor_open_thermocouple_leaves_its_column_out() =>
        (await Import.SeriesAsync(CyclerFiles.MaccorFile())).ShouldMend("temperature-implausible", 20)
            .Batch.Series[0].Spec.Channels.ShouldNotContain(channel => channel.Name == "temperature_t1_celsius");

    [Fact]
    public async Task Maccor_padding_of_0xFF_and_latin_1_are_read_and_reported()
    {
        var text = Encoding.Latin1.GetBytes("Name:\tMüller\nDescription\tSIMBA \u00FF\u00FF\u0003\u0002\u00FF\n" + CyclerFiles.MaccorFile());
        (await Import.SeriesAsync(Import.Source(text))).ShouldMend("encoding", 0).Column("current_ampere").Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("1", 60)]
    [InlineData("60", 1)]
    public async Task Maccor_minutes_without_a_unit_are_told_by_the_dates(string step, double factor)
    {
        var rows = Enumerable.Range(0, 20).Select(i => $"{i + 1}\t1\t1\t{i * int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)}\t0\t0\t0\t0\t3.{i:00}\tR\t1\t1/13/2024 10:{i:00}:00 AM\t20\tC\n");
        var plan = await Import.SeriesAsync(CyclerFiles.MaccorHead + string.Concat(rows));
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("test_time_second")[19].ShouldBe(19 * 60);
        plan.Repairs.Any(repair => repair.Rule == "time-unit-from-dates").ShouldBe(factor != 1);
    }

    [Fact]
    public async Task Dates_with_the_day_first_are_told_by_a_day_above_twelve()
    {
        var plan = await Import.SeriesAsync(CyclerFiles.MaccorFile(i => $"{i:00}/03/2024 10:00:00"));
        plan.Column("unix_time_second")[0].ShouldBe(new DateTimeOffset(2024, 3, 1, 10, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
        plan.Repairs.ShouldContain(repair => repair.Rule == "date-order" && repair.What.Contains("day first", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dates_in_mixed_order_are_refused() =>
        (await Import.SeriesAsync(CyclerFiles.MaccorFile(i => i < 10 ? "25/03/2024 10:00:00" : "03/26/2024 10:00:00"))).ShouldRefuse("date-order-mixed", null);

    [Fact]
    public async Task Dates_that_could_be_either_are_read_month_first_and_said_so() =>
        (await Import.SeriesAsync(CyclerFiles.MaccorFile(i => "03/04/2024 10:00:00"))).Repairs.ShouldContain(repair => repair.Rule == "date-order-assumed");

    [Fact]
    public async Task Neware_in_mV_and_mA_is_converted()
    {
        var plan = await Import.SeriesAsync(CyclerFiles.NewareHead + "1,1,1,CC Chg,00:00:00,00:00:00,1500,3700,0,2024-01-13 10:00:00\n2,1,1,CC Chg,01:00:00,25:00:00,1500,3800.5,1500,2024-01-14 11:00:00.500\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("voltage_volt").ShouldBe([3.7, 3.8005]);
        plan.Column("current_ampere").ShouldBe([1.5, 1.5]);
        plan.Column("test_time_second")[1].ShouldBe(90_000);
        plan.Column("unix_time_second")[1].ShouldBe(1_705_230_000.5);
        plan.Repairs.Count(repair => repair.Rule == "unit-converted").ShouldBe(3);
    }

    [Fact]
    public async Task Neware_with_chinese_headers_is_read()
    {
        var plan = await Import.SeriesAsync("数据序号,循环号,工步号,工步类型,时间,总时间,电流(A),电压(V)\n1,1,1,恒流放电,00:00:00,00:00:00,-1.5,3.7\n2,1,1,恒流放电,00:00:01,00:00:01,-1.5,3.69\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("voltage_volt").ShouldBe([3.7, 3.69]);
    }

    [Theory]
    [InlineData("Zeit / s;Spannung / V;Strom / A\n0;3,70;1,5\n1;3,71;1,5\n")]
    [InlineData("Temps [s];Tension [mV];Courant [mA]\n0;3700;1500\n1;3710;1500\n")]
    [InlineData("Tiempo (h),Voltaje (V),Corriente (A)\n0,3.70,1.5\n0.0002777777777777778,3.71,1.5\n")]
    public async Task Headers_in_other_languages_and_decimal_commas_are_read(string text)
    {
        var plan = await Import.SeriesAsync(text);
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("voltage_volt").ShouldBe([3.7, 3.71]);
        plan.Column("current_ampere").ShouldBe([1.5, 1.5]);
        plan.Column("test_time_second").ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Novonix_rows_that_are_quoted_as_a_whole_are_read()
    {
        var plan = await Import.SeriesAsync(CyclerFiles.NovonixHead + "\"2024-01-13 10:58:07 PM,1,0,0.5,0.5,0.1,3.7,0,25.1\"\n\"2024-01-13 11:58:07 PM,1,0,1.5,1.5,0.1,3.8,0.1,25.2\"\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("test_time_second").ShouldBe([1800, 5400]);
        plan.Column("unix_time_second")[0].ShouldBe(new DateTimeOffset(2024, 1, 13, 22, 58, 7, TimeSpan.Zero).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Cycle_count_that_was_taken_for_an_angle_is_turned_back() =>
        (await Import.SeriesAsync(Bdf.TrimEnd() + ",cycle_count\n0,4,1,6.283185307179586\n1,4.1,1,12.566370614359172\n")).ShouldMend("count-is-angle", 2)
            .Column("cycle_count").ShouldBe([1, 2]);

    [Fact]
    public async Task Single_zero_in_test_time_takes_the_time_before() =>
        (await Import.SeriesAsync(Bdf + string.Concat(Enumerable.Range(0, 40).Select(i => $"{(i == 20 ? 0 : i)},4.{i:00},1\n")))).ShouldMend("time-zero", 1)
            .Column("test_time_second")[20].ShouldBe(19);

    [Fact]
    public async Task Clock_that_starts_again_is_joined() =>
        (await Import.SeriesAsync(Bdf + "0,4,1\n500,4.1,1\n1000,4.2,1\n0,4.2,0\n500,4.2,0\n1000,4.2,0\n")).ShouldMend("time-reset", 6)
            .Column("test_time_second").ShouldBe([0, 500, 1000, 1000, 1500, 2000]);

    [Fact]
    public async Task Time_that_runs_backwards_otherwise_is_refused() =>
        (await Import.SeriesAsync(Bdf + "0,4,1\n10,4.1,1\n8,4.2,1\n20,4.3,1\n")).ShouldRefuse("time-backwards", "line 4");

    [Fact]
    public async Task Repeated_rows_are_dropped_and_counted() =>
        (await Import.SeriesAsync(Bdf + "0,4,1\n10,4.1,1\n10,4.1,1\n20,4.3,1\n")).ShouldMend("row-duplicated", 1).Column("test_time_second").ShouldBe([0, 10, 20]);

    [Fact]
    public async Task Gap_of_forty_hours_under_load_gives_no_throughput()
    {
        var plan = await Import.SeriesAsync(Bdf + "0,4,-1\n3600,3.9,-1\n147600,3.5,-1\n151200,3.4,-1\n");
        plan.CanCommit.ShouldBeTrue();
        plan.Findings.ShouldContain(finding => finding.Code == "gap-under-load" && finding.Message.Contains("40.0 h", StringComparison.Ordinal) && finding.Location == "line 4");
        plan.Batch.Assertions.ShouldBeEmpty();
        var resting = await Import.SeriesAsync(Bdf + "0,4,-1\n3600,3.9,0\n147600,3.95,0\n151200,3.4,-1\n");
        resting.Batch.Assertions.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Sensor_that_is_stuck_under_load_is_a_warning() =>
        (await Import.SeriesAsync(Bdf + string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{i * 60},{Math.Min(3.6 + 0.02 * i, 4)},1\n"))))).Findings
            .ShouldContain(finding => finding.Code == "voltage-saturated" && finding.Severity == FindingSeverity.Warning);

    [Fact]
    public async Task Cycles_without_charge_are_noted() =>
        (await Import.SeriesAsync(Bdf.TrimEnd() + ",cycle_count\n0,4,1,1\n3600,4.1,1,1\n3600,4.1,0,2\n7200,4.1,0,2\n7200,4.1,-1,3\n9000,4,-1,3\n")).Findings
            .ShouldContain(finding => finding.Code == "cycle-empty" && finding.Message.Contains("1 cycle", StringComparison.Ordinal));

    [Fact]
    public async Task Columns_without_values_are_left_out_and_counters_get_the_scope_in_which_they_start_again()
    {
        var rows = "1,,0,0,,1,1,3.6,0,0\n2,,3600,3600,,1,1,3.8,1,0\n3,,3600,0,,2,-1,3.8,0,0\n4,,7200,3600,,2,-1,3.6,0,1\n";
        var plan = await Import.SeriesAsync(CyclerFiles.ArbinHead + rows);
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Repairs.Count(repair => repair.Rule == "column-empty").ShouldBe(2);
        var bdf = await Import.SeriesAsync(Bdf.TrimEnd() + ",cycle_count,charging_capacity_ah\n0,3,1,1,0\n3600,3.5,1,1,1\n3600,3.5,1,2,0\n7200,4,1,2,1\n");
        bdf.ShouldMend("counter-resets", 1).Column("cycle_charging_capacity_ah").ShouldBe([0, 1, 0, 1]);
    }

    [Theory]
    [InlineData("1,1/13/2024 10:00:00,0,0,1,1,1,3.6,0,0\n2,1/13/2024 10:00:01,1,1,1,1,1,3.6", "truncated-file", "line 3")]
    [InlineData("1,1/13/2024 10:00:00,0,0,1,1,1,3.6,0,0\n2,1/13/2024 10:00:01,1,1,1,1\n3,,2,2,1,1,1,3.6,0,0\n", "ragged-row", "line 3")]
    [InlineData("1,1/13/2024 10:00:00,0,0,1,1,,3.6,0,0\n", "value-missing", "line 2")]
    [InlineData("1,1/13/2024 10:00:00,0,0,1,1,nan,3.6,0,0\n", "not-finite", "line 2")]
    [InlineData("1,yesterday,0,0,1,1,1,3.6,0,0\n", "not-a-date", "line 2")]
    [InlineData("1,,0,0,1,1,1,3.6,many,0\n", "not-a-number", "line 2")]
    [InlineData("", "no-rows", "line 1")]
    public async Task Bad_rows_of_a_cycler_are_refused_by_name_and_line(string rows, string code, string line) =>
        (await Import.SeriesAsync(CyclerFiles.ArbinHead + rows)).ShouldRefuse(code, line);

    [Fact]
    public async Task Strict_import_refuses_what_had_to_be_mended() =>
        (await Import.SeriesAsync(Import.Source(CyclerFiles.MaccorFile()), options: Import.Options with { Strict = true })).ShouldRefuse("temperature-implausible", null);

    [Fact]
    public async Task Large_file_is_read_in_pieces_with_its_line_numbers()
    {
        var text = new StringBuilder(CyclerFiles.ArbinHead);
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i},,{i},{i},1,1,1,{3 + i * 1e-5:F5},{i / 3600.0:R},0\n");
        }

        var plan = await Import.SeriesAsync(text.ToString());
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("record_index").ShouldBe(Enumerable.Range(0, 20_000).Select(i => (double)i));
        (await Import.SeriesAsync(text.Replace("19990,,", "x,,").ToString())).ShouldRefuse("not-a-number", "line 19992");
    }

    [Fact]
    public void Format_is_told_by_content_and_never_by_name()
    {
        new TimeSeriesImporter().Recognises(Import.Source(Encoding.UTF8.GetBytes(CyclerFiles.MaccorFile()), "arbin.res")).ShouldBeTrue();
        new TimeSeriesImporter().Recognises(Import.Source(Encoding.UTF8.GetBytes("hello\n"), "maccor.txt")).ShouldBeFalse();
    }
}
