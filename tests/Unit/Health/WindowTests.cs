using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.Model;
using Voltloop.Health.ShowCycles;
using Voltloop.Health.ShowSlowCycles;
using Voltloop.Health.ShowWindow;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Health;

public sealed class WindowTests
{
    private const string Series = "urn:voltloop:series:window";
    private static readonly ThingId Cell = ThingId.Parse(Import.Cell);

    [Fact]
    public async Task A_window_is_thinned_to_its_extremes_until_all_of_it_fits()
    {
        var desk = new WindowDesk(Record(20_000, second => second == 7_777 ? 9 : 3.7));
        var whole = await desk.ReadAsync(Series, new WindowRequest(null, null, 100, null), CancellationToken.None);
        (whole.Exact, whole.Samples, whole.Total, whole.First, whole.Last).ShouldBe((false, 20_000, 20_000, 0, 19_999));
        whole.Series.Select(one => (one.Label, one.Unit)).ShouldBe([("Voltage", "V"), ("Current", "A")]);
        whole.Series[0].Values.Max().ShouldBe(9);
        whole.X.Values.Length.ShouldBeLessThanOrEqualTo(100 * 6);
        (whole.X.Label, whole.X.Unit).ShouldBe(("Test time", "s"));

        var near = await desk.ReadAsync(Series, new WindowRequest(7_750, 7_790, 100, "voltage_volt"), CancellationToken.None);
        (near.Exact, near.Samples).ShouldBe((true, 41));
        // With one neighbour on each side.
        near.X.Values.ShouldBe([.. Enumerable.Range(7_749, 43).Select(i => (double)i)]);
        near.Series.ShouldHaveSingleItem().Values.Max().ShouldBe(9);

        (await desk.ReadAsync(Series, new WindowRequest(7_750, 7_790, 100, "voltage_volt"), CancellationToken.None)).ShouldBeSameAs(near);
    }

    [Fact]
    public async Task A_window_in_a_gap_shows_what_lies_around_it()
    {
        var record = new MemoryRecord();
        Add(record, [0, 1, 2, 5_000, 5_001], [3, 3, 3, 4, 4], [0, 0, 0, 0, 0]);
        var window = await new WindowDesk(record).ReadAsync(Series, new WindowRequest(100, 200, null, null), CancellationToken.None);
        (window.Samples, window.X.Values.Length).ShouldBe((0, 2));
        window.X.Values.ShouldBe([2, 5_000]);
    }

    [Fact]
    public async Task The_table_of_a_window_has_every_sample()
    {
        var desk = new WindowDesk(Record(5_000, _ => 3.7));
        var request = new WindowRequest(10.5, 13, null, null);
        using var output = new MemoryStream();
        var spec = (await desk.FindAsync(Series, CancellationToken.None)).Spec;
        await WindowCsv.WriteAsync(output, [spec.Channels[0], .. request.ReadChannels(spec)], await desk.ReadAllAsync(Series, request, CancellationToken.None));
        Encoding.UTF8.GetString(output.ToArray()).ShouldBe("test_time_second,voltage_volt,current_ampere\n11,3.7,-1\n12,3.7,-1\n13,3.7,-1\n");
    }

    [Theory]
    [InlineData(5.0, 5.0, null, null)]
    [InlineData(9.0, 5.0, null, null)]
    [InlineData(double.NaN, 5.0, null, null)]
    [InlineData(null, null, 5, null)]
    [InlineData(null, null, 2001, null)]
    [InlineData(null, null, null, "pressure_pa")]
    public async Task Bad_windows_are_named(double? from, double? to, int? points, string? channels) => (await Should.ThrowAsync<ProblemException>(
        () => new WindowDesk(Record(100, _ => 3.7)).ReadAsync(Series, new WindowRequest(from, to, points, channels), CancellationToken.None))).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);

    [Fact]
    public async Task Unknown_series_are_named() => (await Should.ThrowAsync<ProblemException>(
        () => new WindowDesk(new MemoryRecord()).ReadAsync("urn:x", WindowRequest.Whole, CancellationToken.None))).Problem.Kind.ShouldBe(CommonProblems.NotFound);

    [Fact]
    public async Task Cycles_have_capacity_energy_and_efficiency_where_they_are_closed()
    {
        // An hour of charge at 1 A and 4 V, 0.99 h of discharge at 1 A and 3.6 V, twice; then half a charge.
        var record = new MemoryRecord();
        var (second, volt, ampere) = SquareWave([(1, 4, 3600), (-1, 3.6, 3564), (1, 4, 3600), (-1, 3.6, 3564), (1, 4, 1800)]);
        Add(record, second, volt, ampere);
        var cycles = await new CycleReader(record).ReadAsync(Cell, null, CancellationToken.None);
        cycles.Cycles.Count.ShouldBe(3);
        cycles.Cycles[0].ChargedAh!.Value.ShouldBe(1, 1e-3);
        cycles.Cycles[1].CoulombicEfficiency!.Value.ShouldBe(99, 0.1);
        cycles.Cycles[1].EnergyEfficiency!.Value.ShouldBe(99 * 0.9, 0.1);
        cycles.Cycles[2].CoulombicEfficiency.ShouldBeNull();
        CyclesEndpoint.Page(cycles, 1, 1).Cycles.ShouldHaveSingleItem().Cycle.ShouldBe(2);
        CyclesCsv.Of(cycles.Cycles).Split('\n').Length.ShouldBe(5);
        Should.Throw<ProblemException>(() => CyclesEndpoint.Page(cycles, -1, null)).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);
        (await Should.ThrowAsync<ProblemException>(() => new CycleReader(record).ReadAsync(Cell, "urn:none", CancellationToken.None))).Problem.Kind.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task Peaks_are_followed_from_one_slow_discharge_to_the_next()
    {
        var record = new MemoryRecord();
        List<double> second = [], volt = [], ampere = [];
        foreach (var shift in new[] { 0, 0.01, 0.02 })
        {
            Sweep(shift, second, volt, ampere);
        }

        Add(record, [.. second], [.. volt], [.. ampere]);
        var cycles = await new SlowCycleReader(record).ReadAsync(Cell, CancellationToken.None);
        cycles.Count.ShouldBe(3);
        cycles[0].Peaks.Count.ShouldBe(2);
        for (var i = 0; i < 3; i++)
        {
            cycles[i].Peaks[0]!.Value.Volt.ShouldBe(3.5 - (i * 0.01), 3e-3);
            cycles[i].Peaks[1]!.Value.Volt.ShouldBe(3.8 - (i * 0.01), 3e-3);
        }

        SlowCurves.Incremental(cycles).Series.Count.ShouldBe(3);
        var differential = SlowCurves.Differential(cycles);
        differential.X.Values[^1].ShouldBe(cycles[0].CapacityAh, 0.02);
        differential.Series[0].Values.OfType<double>().ShouldAllBe(value => value > -0.2);
    }

    // Charge falls over voltage as two smooth steps, at 3.5 and 3.8 V less a shift; 10 h each with an hour of rest.
    private static void Sweep(double shift, List<double> second, List<double> volt, List<double> ampere)
    {
        double Left(double v) => (0.4 / (1 + Math.Exp(-(v - 3.5 + shift) / 0.02))) + (0.5 / (1 + Math.Exp(-(v - 3.8 + shift) / 0.02))) + (0.1 * (v - 3) / 1.2);
        var (begin, v) = (second.Count == 0 ? 0 : second[^1] + 3600, 4.2);
        for (var i = 0; i <= 3600; i++)
        {
            var wanted = Left(4.2) - ((Left(4.2) - Left(3.0)) * i / 3600);
            while (v > 3 && Left(v) > wanted) v -= 1e-4;
            second.Add(begin + (i * 10));
            volt.Add(v);
            ampere.Add(-0.1);
        }

        second.Add(second[^1] + 10);
        volt.Add(3);
        ampere.Add(0);
    }

    private static (double[] Second, double[] Volt, double[] Ampere) SquareWave((double Ampere, double Volt, int Seconds)[] steps)
    {
        List<double> second = [], volt = [], ampere = [];
        var now = 0.0;
        foreach (var step in steps)
        {
            for (var t = 0; t <= step.Seconds; t += 2)
            {
                second.Add(now + t + (t == 0 ? 0.001 : 0));
                volt.Add(step.Volt);
                ampere.Add(step.Ampere);
            }

            now += step.Seconds;
        }

        return ([.. second], [.. volt], [.. ampere]);
    }

    private static MemoryRecord Record(int samples, Func<int, double> volt)
    {
        var record = new MemoryRecord();
        Add(record, [.. Enumerable.Range(0, samples).Select(i => (double)i)], [.. Enumerable.Range(0, samples).Select(volt)], [.. Enumerable.Repeat(-1.0, samples)]);
        return record;
    }

    private static void Add(MemoryRecord record, double[] second, double[] volt, double[] ampere)
    {
        var spec = new SeriesSpec(Series, Cell, SeriesNames.TimeTitle, [new("test_time_second", "s"), new("voltage_volt", "V"), new("current_ampere", "A")]);
        record.Apply(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "cell")], Series = [new SeriesAppend(spec, [second, volt, ampere]) { ExpectedSamples = 0 }] });
    }
}
