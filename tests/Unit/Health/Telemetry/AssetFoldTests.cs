using Voltloop.Health.Model.Telemetry;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Tests.Unit.Health.Telemetry;

public sealed class AssetFoldTests
{
    private const double Rated = 10;
    private static readonly double[] Ocv = [.. Enumerable.Range(0, OcvCurve.Points).Select(i => 3 + 1.2 * i / (OcvCurve.Points - 1))];
    private static readonly AssetConstants Known = new(Rated, Ocv);

    [Fact]
    public void Bounds_hold_the_charge_close_at_rest_and_open_in_gaps()
    {
        var cell = new Cell(charge: 0.5);
        var state = new AssetState();
        Run(state, cell, (0, 3600));
        (state.Charge.Lower, state.Charge.Upper).ShouldSatisfyAllConditions(bounds => bounds.Lower.ShouldBeGreaterThan(0.48), bounds => bounds.Upper.ShouldBeLessThan(0.52));
        Run(state, cell, (-2, 3600));
        cell.Charge.ShouldBe(0.3, 0.001);
        Holds(state, cell);
        var before = state.Charge.Half;
        cell.Wait(1800);
        Run(state, cell, (0, 60));
        state.Gaps.ShouldBe(1);
        state.Charge.Half.ShouldBeGreaterThan(before + 0.3, "half a capacity may have flowed either way, down to empty");
        Holds(state, cell);
        Run(state, cell, (0, 3600));
        state.Charge.Half.ShouldBeLessThan(0.02);
        Holds(state, cell);
    }

    [Fact]
    public void Charge_moved_between_two_rests_gives_the_capacity_with_an_interval_that_holds_it()
    {
        var cell = new Cell(charge: 0.9) { CapacityAh = 8.5 };
        var state = new AssetState();
        Run(state, cell, (0, 3600), (-2, 7200), (0, 3600), (1.5, 7200), (0, 3600));
        state.Capacity.Count.ShouldBe(2);
        state.Capacity.Ah!.Value.ShouldBe(8.5, state.Capacity.HalfAh);
        state.Capacity.HalfAh.ShouldBeInRange(0.01, 1);
    }

    [Fact]
    public void A_current_of_the_wrong_sign_is_noticed_and_the_charge_is_unknown()
    {
        var cell = new Cell(charge: 0.5) { Sign = -1 };
        var state = new AssetState();
        Run(state, cell, (0, 3600), (-2, 5400));
        state.Sign.IsReversed.ShouldBeTrue();
        (state.Charge.Lower, state.Charge.Upper).ShouldBe((0, 1));
        var right = new AssetState();
        Run(right, new Cell(charge: 0.9), (-2, 5400), (2, 3600));
        right.Sign.IsReversed.ShouldBeFalse();
    }

    [Fact]
    public void Without_a_curve_the_bounds_never_close()
    {
        var state = new AssetState();
        var cell = new Cell(charge: 0.5) { Constants = new AssetConstants(Rated, null) };
        Run(state, cell, (0, 7200), (1, 3600), (0, 7200));
        state.Charge.Lower.ShouldBeLessThan(0.11, "only what was charged is known to be in it");
        state.Charge.Upper.ShouldBe(1);
    }

    [Fact]
    public void A_missing_current_opens_the_bounds_and_is_not_counted()
    {
        var state = new AssetState();
        AssetFold.Run(state, Known, new SampleColumns([1e9, 1e9 + 60, 1e9 + 120], [3.6, 3.6, 3.6], [1, double.NaN, 1], [20, 20, 20]), _ => { });
        (state.ThroughputAh, state.Gaps, state.GapSeconds).ShouldBe((0, 2, 120));
    }

    [Fact]
    public void However_samples_are_cut_the_state_is_the_same()
    {
        var cell = new Cell(charge: 0.7);
        var samples = SampleColumns.Join([cell.Flow(0, 4000), cell.Flow(-3, 3000), cell.Flow(0, 2500), cell.Flow(2, 4000)]);
        var whole = new AssetState();
        AssetFold.Run(whole, Known, samples, _ => { });
        foreach (var size in new[] { 1, 7, 100 })
        {
            var pieces = new AssetTrack();
            for (var from = 0; from < samples.Count; from += size)
            {
                AssetFold.Run(pieces.State, Known, samples.Slice(from, Math.Min(size, samples.Count - from)), _ => { });
                pieces = AssetTrack.Parse(pieces.ToJson());
            }

            pieces.ToJson().ShouldBe(new AssetTrack { State = whole }.ToJson(), $"pieces of {size}");
        }
    }

    private static void Run(AssetState state, Cell cell, params (double Ampere, int Seconds)[] steps)
    {
        foreach (var (ampere, seconds) in steps) AssetFold.Run(state, cell.Constants, cell.Flow(ampere, seconds), _ => { });
    }

    private static void Holds(AssetState state, Cell cell) => cell.Charge.ShouldBeInRange(state.Charge.Lower - 1e-9, state.Charge.Upper + 1e-9);

    /// <summary>A cell without inner life: its voltage is the open-circuit voltage and a resistance.</summary>
    private sealed class Cell(double charge)
    {
        private double _time = 1_735_689_600;

        public double Charge { get; private set; } = charge;

        public double CapacityAh { get; init; } = Rated;

        public int Sign { get; init; } = 1;

        public AssetConstants Constants { get; init; } = Known;

        public void Wait(double seconds) => _time += seconds;

        public SampleColumns Flow(double ampere, int seconds)
        {
            var (count, curve) = (seconds / 10, new OcvCurve(Ocv));
            var (time, volt) = (new double[count], new double[count]);
            for (var i = 0; i < count; i++)
            {
                time[i] = _time += 10;
                Charge += ampere * 10 / 3600 / CapacityAh;
                volt[i] = curve.At(Charge) + 0.005 * ampere;
            }

            return new SampleColumns(time, volt, [.. Enumerable.Repeat(Sign * ampere, count)], [.. Enumerable.Repeat(25.0, count)]);
        }
    }
}
