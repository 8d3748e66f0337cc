using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.FindModes;
using Voltloop.Health.Model;
using Voltloop.Health.ShowSlowCycles;
using Voltloop.Kernels.Ageing;
using Voltloop.Kernels.Cycling;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Health;

public sealed class DegradationModesTests
{
    private static readonly ThingId Cell = ThingId.Parse(Import.Cell);
    private static readonly ElectrodeBalance Fresh = new(6.2, 5.6, 0.27, 0.9);

    [Fact]
    public async Task Planted_losses_come_out_of_the_record_to_one_percent()
    {
        // 8 % of the lithium and 5 % of the positive material lost.
        var positive = Fresh.PositiveAh * 0.95;
        var aged = new ElectrodeBalance(positive, Fresh.NegativeAh, 0.27, ((0.92 * Fresh.LithiumAh) - (positive * 0.27)) / Fresh.NegativeAh);
        var modes = (await Estimator(Fresh, aged).FindAsync(Cell, new HalfCellCurves(), CancellationToken.None)).Modes;
        modes.Modes[0].LossPercent.ShouldBe(8, 1);
        modes.Modes[1].LossPercent.ShouldBe(5, 1);
        modes.Modes[2].LossPercent.ShouldBe(0, 1);
        modes.Modes.ShouldAllBe(mode => mode.Identifiable && mode.LowerPercent <= mode.LossPercent && mode.UpperPercent >= mode.LossPercent);
        modes.FirstResidualMillivolt.ShouldBeLessThan(2);
    }

    [Fact]
    public async Task Curves_of_other_electrodes_are_refused_and_one_slow_discharge_is_not_enough()
    {
        double[] at = [.. Enumerable.Range(0, 50).Select(i => i / 49.0)];
        var flat = new HalfCellCurves(new HalfCellCurve(at, [.. at.Select(_ => 3.4)]), new HalfCellCurve(at, [.. at.Select(_ => 0.1)]));
        (await Should.ThrowAsync<ProblemException>(() => Estimator(Fresh, Fresh).FindAsync(Cell, flat, CancellationToken.None))).Problem.Kind.ShouldBe(ModesEstimator.DoNotFit);
        (await Should.ThrowAsync<ProblemException>(() => Estimator(Fresh).FindAsync(Cell, new HalfCellCurves(), CancellationToken.None))).Problem.Kind.ShouldBe(AgeingAssessment.NothingToAnalyse);
    }

    [Fact]
    public void Bad_half_cell_curves_are_named()
    {
        var good = HalfCellCurve.Parse("lithiation,volt\n" + string.Concat(Enumerable.Range(0, 20).Select(i => FormattableString.Invariant($"{i / 19.0},{4.3 - (0.03 * i)}\n"))), "good.csv");
        good.Read("positive").At(0).ShouldBe(4.3);
        Should.Throw<ProblemException>(() => new HalfCellCurves(good).Read()).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);
        Should.Throw<ProblemException>(() => HalfCellCurve.Parse("0,4\n0.1,3.9\nx,y\n", "bad.csv")).Problem.Location.ShouldBe("line 3");
        foreach (var bad in new[] { good with { Volt = [1] }, good with { Lithiation = [.. good.Lithiation.Select(x => 2 * x)] }, good with { Lithiation = [.. good.Lithiation.Select(_ => 0.5)] }, new HalfCellCurve([0, 1], [4, 3]) })
        {
            Should.Throw<ProblemException>(() => bad.Read("positive")).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);
        }
    }

    [Fact]
    public void A_drive_profile_is_one_swing_and_full_cycles_are_counted()
    {
        // An hour down in pulses of ten seconds with regeneration, an hour up, twice.
        double[] second = [.. Enumerable.Range(0, 14_400).Select(i => (double)i)];
        double[] ampere = [.. second.Select(t => (int)(t / 3600) % 2 == 0 ? ((int)t % 10 < 8 ? -2.0 : 1) : 1.4)];
        var numbers = SwingCycles.Number(second, ampere);
        numbers[1000].ShouldBe(1);
        numbers[7100].ShouldBe(1);
        numbers[7300].ShouldBe(2);
        numbers[^1].ShouldBe(2);
        SwingCycles.Number([0, 1, 2], [0, 0, 0]).ShouldBe([1, 1, 1]);
        SwingCycles.Number([], []).ShouldBeEmpty();
    }

    private static ModesEstimator Estimator(params ElectrodeBalance[] balances)
    {
        List<double> second = [], volt = [], ampere = [];
        foreach (var balance in balances) Discharge(balance, second, volt, ampere);
        var record = new MemoryRecord();
        var spec = new SeriesSpec("urn:voltloop:series:slow", Cell, SeriesNames.TimeTitle, [new("test_time_second", "s"), new("voltage_volt", "V"), new("current_ampere", "A")]);
        record.Apply(new WriteBatch { Things = [new Thing(Cell, ThingKind.Cell, "cell")], Series = [new SeriesAppend(spec, [[.. second], [.. volt], [.. ampere]]) { ExpectedSamples = 0 }] });
        return new ModesEstimator(new SlowCycleReader(record), null!, TimeProvider.System);
    }

    private static void Discharge(ElectrodeBalance balance, List<double> second, List<double> volt, List<double> ampere)
    {
        const double Ampere = 0.25;
        var (begin, chance) = (second.Count == 0 ? 0 : second[^1] + 3600, new Random(9));
        for (var t = 0.0; ; t += 60)
        {
            var ah = Ampere * t / 3600;
            var level = balance.Volt(PublishedHalfCells.Nmc811, PublishedHalfCells.GraphiteSilicon, ah);
            if (level < 2.7) break;
            second.Add(begin + t);
            volt.Add(level + (5e-4 * (chance.NextDouble() - 0.5)));
            ampere.Add(-Ampere);
        }

        second.Add(second[^1] + 60);
        volt.Add(volt[^1]);
        ampere.Add(0);
    }
}
