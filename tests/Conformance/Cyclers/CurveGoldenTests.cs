using Voltloop.Health.ReadParquet;
using Voltloop.Kernels.Cycling;

namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>
/// Curves of single cycles against those of another program (cellpy, MIT), from the columns of its own loader at a relative
/// 1e-6. Its capacities are mAh per g of a milligram: a million times our Ah. Steps of one record are left out by both.
/// </summary>
public sealed class CurveGoldenTests
{
    private const double Relative = 1e-6;
    private const double PerGram = 1e6;

    private readonly Dictionary<string, double[]> _raw = Columns("loader_arbin_res/raw.parquet");
    private readonly CyclingStep[] _steps;

    public CurveGoldenTests() =>
        _steps = [.. Segmentation.Steps(new CyclingSamples(_raw["test_time"], _raw["voltage"], _raw["current"]) { Cycle = _raw["cycle_index"], Step = _raw["step_index"] })];

    [Fact]
    public void Charge_curve_of_a_cycle() => Near("curve_get_ccap_c5", "cumulative_charge_capacity", Charged(5), [.. Volt(5, StepKind.Charge)]);

    [Fact]
    public void Discharge_curve_of_a_cycle() => Near("curve_get_dcap_c5", "cumulative_discharge_capacity", Discharged(5), [.. Volt(5, StepKind.Discharge)]);

    [Fact]
    public void Both_curves_of_a_cycle_each_from_zero_with_its_direction()
    {
        Near("curve_get_cap_forth_labeled_c1", "capacity", [.. Discharged(1), .. Charged(1)], Both(1));
        Columns("curve_get_cap_forth_labeled_c1/curve.parquet")["direction"].ShouldBe([.. Discharged(1).Select(_ => -1.0), .. Charged(1).Select(_ => 1.0)]);
    }

    [Fact]
    public void Charge_that_goes_back_over_the_discharge() =>
        Near("curve_get_cap_back_and_forth_c1", "capacity", [.. Discharged(1), .. Charged(1).Select(charge => Discharged(1)[^1] - charge)], Both(1));

    [Fact]
    public void Curves_of_two_cycles_one_after_the_other()
    {
        var first = Discharged(1)[^1];
        var cycle = first + Charged(1)[^1];
        var second = cycle + Discharged(2)[^1];
        Near(
            "curve_get_cap_forth_c12",
            "capacity",
            [.. Discharged(1), .. Charged(1).Select(charge => first + charge), .. Discharged(2).Select(charge => cycle + charge), .. Charged(2).Select(charge => second + charge)],
            [.. Both(1), .. Both(2)]);
    }

    [Fact]
    public void Rest_in_which_the_voltage_rises()
    {
        var golden = Columns("curve_get_ocv_up_c1/curve.parquet");
        var step = _steps.Single(step => _raw["cycle_index"][step.First] == 1 && step.Kind == StepKind.Rest && _raw["voltage"][step.Last] > _raw["voltage"][step.First]);
        Enumerable.Range(step.First, step.Last - step.First + 1).Select(row => _raw["voltage"][row]).ShouldBe(golden["potential"]);
        Enumerable.Range(step.First, step.Last - step.First + 1).Select(row => _raw["step_time"][row]).ShouldBe(golden["step_time"]);
        golden["step_num"].ShouldAllBe(number => number == _raw["step_index"][step.First]);
    }

    [Fact]
    public void A_cycle_that_is_not_there_has_no_curve()
    {
        SharedData.Require("health", "raw_formats", "loader_goldens", "curve_get_ccap_null_cycle", "null_data.json");
        Charged(999).ShouldBeEmpty();
        Discharged(999).ShouldBeEmpty();
    }

    private void Near(string golden, string capacity, double[] ours, double[] volt)
    {
        var theirs = Columns(golden + "/curve.parquet");
        ours.Length.ShouldBe(theirs[capacity].Length);
        for (var i = 0; i < ours.Length; i++)
        {
            if (Math.Abs(ours[i] - theirs[capacity][i]) > Relative * Math.Abs(theirs[capacity][i]) + 1e-12) Assert.Fail($"{golden}, row {i}: {ours[i]:R} instead of {theirs[capacity][i]:R}");
        }

        volt.ShouldBe(theirs["potential"]);
    }

    private int[] Rows(int cycle, StepKind kind) => [.. _steps.Where(step => _raw["cycle_index"][step.First] == cycle && step.Kind == kind && step.Last > step.First)
        .SelectMany(step => Enumerable.Range(step.First, step.Last - step.First + 1))];

    private double[] Charged(int cycle) => [.. Rows(cycle, StepKind.Charge).Select(row => PerGram * _raw["charge_capacity"][row])];

    private double[] Discharged(int cycle) => [.. Rows(cycle, StepKind.Discharge).Select(row => PerGram * _raw["discharge_capacity"][row])];

    private IEnumerable<double> Volt(int cycle, StepKind kind) => Rows(cycle, kind).Select(row => _raw["voltage"][row]);

    private double[] Both(int cycle) => [.. Volt(cycle, StepKind.Discharge), .. Volt(cycle, StepKind.Charge)];

    private static Dictionary<string, double[]> Columns(string file) => ParquetFile.Read(RawFormats.Read($"loader_goldens/{file}"))
        .Where(column => column.Numbers is not null).ToDictionary(column => column.Name, column => column.Numbers!, StringComparer.Ordinal);
}
