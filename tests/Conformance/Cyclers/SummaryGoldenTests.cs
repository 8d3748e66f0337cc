using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadParquet;
using Voltloop.Health.ReadTables;
using Voltloop.Kernels.Cycling;

namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>Cycles of a real test against the summary of another program (cellpy, MIT): from the columns of its own loader, so that only the segmentation is compared.</summary>
public sealed class SummaryGoldenTests
{
    private const double Relative = 1e-6;

    [Fact]
    public void Cycles_steps_and_capacities_equal_the_summary_of_another_program()
    {
        var raw = Columns("loader_arbin_res/raw.parquet");
        var golden = Columns("pipeline_smoke/summary.parquet");
        var samples = new CyclingSamples(raw["test_time"], raw["voltage"], raw["current"]) { Cycle = raw["cycle_index"], Step = raw["step_index"] };
        var steps = Segmentation.Steps(samples);
        var cycles = Segmentation.Cycles(samples, steps);
        steps.Length.ShouldBe(103);
        cycles.Length.ShouldBe(18);
        for (var i = 0; i < cycles.Length; i++)
        {
            var counted = CounterCapacity.Between(raw["charge_capacity"], raw["discharge_capacity"], cycles[i].First, cycles[i].Last);
            cycles[i].Number.ShouldBe(golden["cycle_num"][i]);
            raw["data_point"][cycles[i].Last].ShouldBe(golden["datapoint_num_last"][i]);
            Near(counted.Charged, golden["charge_capacity"][i], i);
            Near(counted.Discharged, golden["discharge_capacity"][i], i);
            Near(100 * counted.Charged / counted.Discharged, golden["coulombic_efficiency"][i], i);
            // The integral over the recorded samples against the counter of the tester, which samples faster.
            cycles[i].Charge.Charged.ShouldBe(counted.Charged, 0.002 * Math.Max(counted.Charged, 1e-4));
            cycles[i].Charge.Discharged.ShouldBe(counted.Discharged, 0.002 * Math.Max(counted.Discharged, 1e-4));
        }
    }

    [Fact]
    public void Cycles_of_a_test_of_three_hundred_and_thirty_nine_are_cut()
    {
        var bytes = RawFormats.Read("maccor/PreDiag_000412_00008Fshort.022.gz");
        var data = CyclerFormats.Find(bytes)!.Read(bytes, new FindingLog())!.Data;
        var samples = new CyclingSamples(data.Find("test_time_second"), data.Find("voltage_volt"), data.Find("current_ampere")) { Cycle = data.Find("cycle_count"), Step = data.Find("step_id") };
        var steps = Segmentation.Steps(samples);
        Segmentation.Cycles(samples, steps).Length.ShouldBe(340);
        PulseResistance.Of(samples, steps, [10, 18, 30]).ShouldNotBeEmpty();
    }

    private static void Near(double ours, double theirs, int cycle) =>
        (Math.Abs(ours - theirs) <= Relative * Math.Abs(theirs) + 1e-15).ShouldBeTrue($"cycle {cycle + 1}: {ours:R} instead of {theirs:R}");

    private static Dictionary<string, double[]> Columns(string file) => ParquetFile.Read(RawFormats.Read($"loader_goldens/{file}"))
        .Where(column => column.Numbers is not null).ToDictionary(column => column.Name, column => column.Numbers!, StringComparer.Ordinal);
}
