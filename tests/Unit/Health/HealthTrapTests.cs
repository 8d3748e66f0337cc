using System.Buffers.Binary;
using System.Globalization;
using Voltloop.Health.BenchmarkMethods.Severson;
using Voltloop.Health.ReadBioLogic;
using Voltloop.Kernels.Integration;

namespace Voltloop.Tests.Unit.Health;

/// <summary>Traps of published data and of field logs, each under its name; docs/reference/health-traps.md lists them all.</summary>
public sealed class HealthTrapTests
{
    private const string Bdf = "test_time_second,voltage_volt,current_ampere";

    private const string Levels = "Cycle Index,Chg. Cap.(Ah),DChg. Cap.(Ah),Chg.-DChg. Eff(%),Chg. Energy(Wh),DChg. Energy(Wh),Chg. Time,DChg. Time\n"
        + ",Step Index,Step Number,Step Type,Step Time,Capacity(Ah),Energy(Wh),Oneset Volt.(V),End Voltage(V)\n"
        + ",,DataPoint,Time,Total Time,Current(A),Voltage(V),Capacity(Ah),Energy(Wh),Date\n";

    [Fact]
    public async Task Neware_in_three_levels_has_cycle_and_step_in_front_of_every_record_and_its_capacity_per_step()
    {
        var plan = await Import.SeriesAsync(Levels
            + "1,1,1,100,3,3,01:00:00,01:00:00,1,1,CC Chg,01:00:00,1,3,3,4\n"
            + ",,1,00:00:00,00:00:00,1,3,0,0,2026-03-06 12:00:00\n,,2,01:00:00,01:00:00,1,4,1,3.5,2026-03-06 13:00:00\n"
            + ",2,2,CC DChg,01:00:00,1,3,4,3\n"
            + ",,3,00:00:00,01:00:00,-1,4,0,0,2026-03-06 13:00:00\n,,4,01:00:00,02:00:00,-1,3,1,3.5,2026-03-06 14:00:00\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Format.ShouldBe("Neware CSV in three levels");
        plan.Column("cycle_count").ShouldBe([1, 1, 1, 1]);
        plan.Column("step_id").ShouldBe([1, 1, 2, 2]);
        plan.Column("step_cumulative_capacity_ah").ShouldBe([0, 1, 0, 1]);
        plan.Number("capacityThroughput").ShouldBe(2, 1e-9);
    }

    [Fact]
    public async Task Arbin_counters_run_over_the_schedule_and_its_step_index_is_the_step_of_the_schedule()
    {
        // With the byte order mark that the program writes.
        var plan = await Import.SeriesAsync("\uFEFF" + CyclerFiles.ArbinHead + "1,,0,0,1,3,1,3,0,0\n2,,3600,3600,1,3,1,4,1,0\n3,,7200,3600,2,3,1,4,2,0\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("schedule_charging_capacity_ah").ShouldBe([0, 1, 2]);
        plan.Column("step_id").ShouldBe([3, 3, 3]);
    }

    [Fact]
    public async Task Arbin_counters_that_the_schedule_sets_back_are_kept_as_they_are()
    {
        var plan = await Import.SeriesAsync(CyclerFiles.ArbinHead + "1,,0,0,1,1,1,3,0,0\n2,,3600,3600,1,1,1,4,1,0\n3,,3600,0,2,1,1,3,0,0\n4,,7200,3600,2,1,1,4,1,0\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Repairs.ShouldNotContain(repair => repair.Rule == "counter-resets");
        plan.Column("schedule_charging_capacity_ah").ShouldBe([0, 1, 0, 1]);
    }

    [Fact]
    public async Task Pec_in_mV_mA_and_mAh_is_converted()
    {
        var plan = await Import.SeriesAsync("Step,Cycle,Total Time (Seconds),Load On Time (Seconds),Real Time,Voltage (mV),Current (mA),Charge Capacity (mAh),Charge Capacity (mWh)\n"
            + "1,1,0,0,25/03/2024 10:00:00,3700,1500,0,0\n1,1,3600,3600,25/03/2024 11:00:00,3800,1500,1500,5625\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("voltage_volt").ShouldBe([3.7, 3.8]);
        plan.Column("current_ampere").ShouldBe([1.5, 1.5]);
        plan.Column("cycle_charging_capacity_ah").ShouldBe([0, 1.5]);
        plan.Column("cycle_charging_energy_wh").ShouldBe([0, 5.625]);
    }

    [Fact]
    public async Task BioLogic_export_with_semicolons_and_dates_instead_of_seconds_is_read()
    {
        var plan = await Import.SeriesAsync(";mode;time/s;Ecell/V;I/mA;cycle number\n0;7;05/05/2021 15:36:22.500;3.8;0.0;1\n1;7;05/05/2021 15:36:45.500;4.2;2500;1\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Format.ShouldBe("BioLogic text");
        plan.Column("test_time_second").ShouldBe([0, 23]);
        plan.Column("current_ampere").ShouldBe([0, 2.5]);
    }

    [Fact]
    public async Task BioLogic_mpt_has_as_many_lines_in_front_as_it_says()
    {
        var plan = await Import.SeriesAsync("EC-Lab ASCII FILE\nNb header lines : 4\nTechnique : GCPL\nmode\ttime/s\tEcell/V\tI/mA\n1\t0\t3.7\t100\n1\t10\t3.8\t100\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("current_ampere").ShouldBe([0.1, 0.1]);
    }

    [Fact]
    public void BioLogic_mpr_with_a_column_number_that_nobody_knows_fails_loudly()
    {
        var body = new byte[405];
        (body[0], body[4]) = (1, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(5), 60_001);
        Should.Throw<InvalidDataException>(() => MprData.Read(new MprModule("VMP data", 2, body))).Message.ShouldContain("60001");
    }

    [Theory]
    [InlineData("Date/Time,Lat,Long,Elv,Speed,Gids,SOC,AHr,Pack Volts,Pack Amps,CP1,CP2,CP3,VIN,Hx,SOH\n01/02/2020 10:00:00,52.1234,4.5678,1,0,200,500000,600000,380,-1,3950,-3951,3949,SJNFAAZE0U0000000,60,80\n", "LeafSpy")]
    [InlineData("LabVIEW Measurement\t\nWriter_Version\t2\n", "LabVIEW")]
    [InlineData("~Resultfile from Basytec Battery Test System\n~Time[h]\tU[V]\tI[A]\n0\t3\t1\n", "Basytec")]
    [InlineData("NEWARE\0\0\0", "Neware nda")]
    public async Task What_is_not_read_is_refused_by_name_and_nothing_of_it_is_kept_or_repeated(string text, string name)
    {
        var plan = await Import.SeriesAsync(text);
        plan.ShouldRefuse("format-not-read", null);
        var said = string.Join('\n', plan.Findings);
        said.ShouldContain(name);
        said.ShouldNotContain("SJNFAAZE0U0000000");
        said.ShouldNotContain("52.1234");
        (plan.Batch.Series.Count, plan.Batch.Things.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Battery_archive_time_series_with_spaces_before_its_units_is_read()
    {
        var plan = await Import.SeriesAsync("Date_Time,Test_Time (s),Cycle_Index,Current (A),Voltage (V),Charge_Capacity (Ah),Discharge_Capacity (Ah),Environment_Temperature (C),Cell_Temperature (C)\n"
            + "2020-03-01 10:00:00.000,0,1,1,3,0,0,25,25\n2020-03-01 11:00:00.000,3600,1,1,4,1,0,25,27\n");
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Column("surface_temperature_celsius").ShouldBe([25, 27]);
        plan.Column("cycle_charging_capacity_ah").ShouldBe([0, 1]);
    }

    [Fact]
    public void Rates_of_a_tenth_of_a_second_and_of_a_minute_in_one_file_are_integrated_over_the_time_between_samples()
    {
        // 600 samples in a minute at 2 A, then an hour of one a minute at 1 A: a mean of the samples would say 1.9 A.
        double[] time = [.. Enumerable.Range(0, 601).Select(i => 0.1 * i), .. Enumerable.Range(0, 61).Select(i => 60 + (60.0 * i))];
        double[] ampere = [.. Enumerable.Repeat(-2.0, 601), .. Enumerable.Repeat(-1.0, 61)];
        Trapezoid.Charge(time, ampere).Discharged.ShouldBe((2 / 60.0) + 1, 1e-9);
    }

    [Fact]
    public async Task Charge_counter_that_starts_at_zero_in_every_file_is_not_carried_from_one_to_the_next()
    {
        var record = new MemoryRecord();
        var first = await Import.SeriesAsync(Bdf + ",net_capacity_ah\n0,4,-1,0\n3600,3.9,-1,-1\n", record);
        record.Apply(first.Batch);
        var second = await Import.SeriesAsync(Bdf + ",net_capacity_ah\n0,3.9,-1,0\n3600,3.8,-1,-1\n", record);
        second.Column("net_capacity_ah").ShouldBe([0, -1]);
        second.Batch.Series[0].ExpectedSamples.ShouldBe(0, "a series of its own");
    }

    [Fact]
    public async Task Drive_in_the_cold_without_regeneration_has_no_charge_and_no_efficiency()
    {
        var plan = await Import.SeriesAsync(Bdf + "\n" + string.Concat(Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"{i},{3.9 - (0.001 * i)},{-(i % 5)}\n"))));
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Number("capacityThroughput").ShouldBe(Trapezoid.Charge(plan.Column("test_time_second"), plan.Column("current_ampere")).Discharged, 1e-9);
        plan.Batch.Assertions.SelectMany(assertion => assertion.Statements).ShouldNotContain(statement => statement.Term == "coulombicEfficiency");
    }

    [Fact]
    public void Severson_rows_begin_with_cycle_2_and_the_cell_that_published_tables_leave_out_is_the_one_of_148_cycles()
    {
        var cell = new SeversonCell(500, new(99, SeversonCell.Voltages));
        (cell.Discharge[0, 0], cell.Discharge[98, 0]) = (1.02, 1.01);
        (cell.Curve(2)[0], cell.Curve(100)[0]).ShouldBe((1.02, 1.01));
        var lives = File.ReadAllLines(SharedData.Require("health", "rul_severson124", "cycle_lives", "test1_cycle_lives.csv"));
        double.Parse(lives[SeversonSet.Excluded], CultureInfo.InvariantCulture).ShouldBe(148);
    }

    [Fact]
    public async Task Currents_in_mA_under_a_header_of_A_do_not_pass_as_kiloamperes()
    {
        var plan = await Import.SeriesAsync(Bdf + "\n0,3.7,2000000\n10,3.71,2000000\n");
        plan.CanCommit.ShouldBeFalse();
    }
}
