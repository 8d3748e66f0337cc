using Voltloop.Health.Model.Packs;
using Voltloop.Kernels.Detection;
using Voltloop.Kernels.Packs;

namespace Voltloop.Tests.Unit.Health.Packs;

public sealed class SafetyWatchTests
{
    private static readonly SafetySettings Usual = new();

    [Fact]
    public void False_alarms_of_sound_packs_come_about_as_often_as_stated()
    {
        // A generous budget, so that few asset-years say something.
        var settings = new SafetySettings { FalseAlarmsPerYear = 6 };
        var (stated, seen, kinds) = (0.0, 0, new int[7]);
        for (var seed = 0; seed < 10; seed++)
        {
            var report = SafetyWatch.Run(new MadeUpPack { Seed = seed, Cells = 8, Interval = 7200 }.Measure(), settings);
            stated += report.Tests.Sum(test => test.FalseAlarmsPerYear);
            seen += report.Alarms.Count;
            foreach (var alarm in report.Alarms) kinds[(int)alarm.Kind]++;
        }

        stated.ShouldBeInRange(45, 55);
        seen.ShouldBeInRange((int)(0.2 * stated), (int)(1.5 * stated), string.Join(' ', kinds));
    }

    [Theory]
    [InlineData(SafetyKind.InternalShort, 0.01)]
    [InlineData(SafetyKind.LooseContact, 0.0006)]
    [InlineData(SafetyKind.SensorOffset, 0.03)]
    [InlineData(SafetyKind.SensorSpike, 0.15)]
    [InlineData(SafetyKind.SensorStuck, 0)]
    [InlineData(SafetyKind.Overheating, 2)]
    public void A_planted_fault_is_found_in_its_cell_and_by_its_name(SafetyKind kind, double size)
    {
        var pack = new MadeUpPack { Seed = 3, Cells = 8, Days = 100, Faults = [new PlantedFault(kind, 5, 60.5, size)] };
        var report = SafetyWatch.Run(pack.Measure(), Usual);
        var found = report.Alarms.Where(alarm => alarm.Kind == kind && alarm.Channel == 5).ToArray();
        found.ShouldNotBeEmpty();
        found[0].Second.ShouldBeInRange(60.5 * 86_400, 80 * 86_400);
        report.Alarms.ShouldAllBe(alarm => alarm.Channel == 5, string.Join('\n', report.Alarms.Take(8)));
    }

    [Theory]
    [InlineData(0.01, 60.0)]
    [InlineData(0.01, 60.3)]
    [InlineData(0.01, 60.5)]
    [InlineData(0.02, 60.7)]
    public void A_small_offset_of_a_sensor_is_found_once_wherever_in_its_window_it_falls(double size, double day)
    {
        var pack = new MadeUpPack { Seed = 7, Cells = 8, Days = 75, Interval = 7200, Faults = [new PlantedFault(SafetyKind.SensorOffset, 5, day, size)] };
        var found = SafetyWatch.Run(pack.Measure(), Usual).Alarms.Where(alarm => alarm.Kind == SafetyKind.SensorOffset).ShouldHaveSingleItem();
        found.Channel.ShouldBe(5);
        found.Second.ShouldBeInRange(day * 86_400, (day + 6) * 86_400);
        found.Size.ShouldBe(size, 0.4 * size);
    }

    [Fact]
    public void The_current_of_an_internal_short_is_told_with_an_interval_that_holds_it()
    {
        var pack = new MadeUpPack { Seed = 4, Cells = 8, Days = 100, Faults = [new PlantedFault(SafetyKind.InternalShort, 2, 50, 0.008)] };
        var found = SafetyWatch.Run(pack.Measure(), Usual).Alarms.First(alarm => alarm.Kind == SafetyKind.InternalShort);
        Math.Abs(found.Size - 0.008).ShouldBeLessThan(1.5 * found.Half);
        found.Half.ShouldBeLessThan(0.008);
    }

    [Fact]
    public void Two_waves_of_relaxation_after_a_charge_are_taken_for_plating_and_one_is_not()
    {
        MadeUpPack Pack(params PlantedFault[] faults) => new() { Seed = 6, Cells = 4, Days = 6, Interval = 60, Faults = faults };
        SafetyWatch.Run(Pack().Measure(), Usual).Alarms.ShouldNotContain(alarm => alarm.Kind == SafetyKind.Plating);
        var found = SafetyWatch.Run(Pack(new PlantedFault(SafetyKind.Plating, 1, 0, 0.02)).Measure(), Usual).Alarms.Where(alarm => alarm.Kind == SafetyKind.Plating).ToArray();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(alarm => alarm.Channel == 1);
    }

    [Fact]
    public void Constant_values_alarm_nobody_and_say_why_nothing_was_looked_for()
    {
        double[] second = [.. Enumerable.Range(0, 500).Select(i => 3600.0 * i)];
        var flat = new PackMatrix(second, new double[500], [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Repeat(3.6, 500).ToArray())], []);
        var report = SafetyWatch.Run(flat, Usual);
        report.Alarms.ShouldBeEmpty();
        report.Tests.Where(test => test.Kind != SafetyKind.SensorStuck).ShouldAllBe(test => test.Refusal != null);
    }

    [Fact]
    public void Missing_values_are_left_out()
    {
        var matrix = new MadeUpPack { Seed = 5, Cells = 5, Days = 60 }.Measure();
        for (var i = 0; i < matrix.Samples; i += 3) matrix.Volt[i % 5][i] = double.NaN;
        Array.Fill(matrix.Volt[4], double.NaN);
        var report = SafetyWatch.Run(matrix, Usual);
        report.Alarms.ShouldAllBe(alarm => double.IsFinite(alarm.Second));
        report.Tests.ShouldContain(test => test.Kind == SafetyKind.InternalShort && test.Refusal == null);
    }
}
