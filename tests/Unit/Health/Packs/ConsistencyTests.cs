using Voltloop.Health.Model.Packs;
using Voltloop.Kernels.Consistency;
using Voltloop.Kernels.Packs;

namespace Voltloop.Tests.Unit.Health.Packs;

public sealed class ConsistencyTests
{
    [Fact]
    public void The_order_of_the_cells_changes_nothing_but_their_order()
    {
        var matrix = new MadeUpPack { Seed = 2, Cells = 7, Days = 20 }.Measure();
        int[] order = [3, 0, 6, 1, 5, 2, 4];
        var there = ConsistencyAssessment.Of(Recording(matrix)).Cells;
        var moved = ConsistencyAssessment.Of(Recording(matrix with { Volt = Array.ConvertAll(order, i => matrix.Volt[i]) })).Cells;
        for (var i = 0; i < order.Length; i++)
        {
            var (a, b) = (there[order[i]], moved[i]);
            (b.RestMillivolt, b.LoadMillivolt, b.ChargeAh, b.Milliohm, b.CapacityPercent, b.EntropyBit, b.CorrelationDistance, b.WarpingMillivolt)
                .ShouldBe((a.RestMillivolt, a.LoadMillivolt, a.ChargeAh, a.Milliohm, a.CapacityPercent, a.EntropyBit, a.CorrelationDistance, a.WarpingMillivolt));
            b.Outlying.ShouldBe(a.Outlying);
        }
    }

    [Fact]
    public void Differences_of_charge_resistance_and_capacity_are_found_in_a_made_up_pack()
    {
        var pack = new MadeUpPack { Seed = 9, Cells = 9, Days = 30, Interval = 1800, Spread = (0.03, 0.1, 0.02), NoiseVolt = 0.0005 };
        var cells = new PackSpread(0.03, 0.1, 0.02, 9).Draw(9, 50, 0.6);
        var found = ConsistencyAssessment.Of(Recording(pack.Measure())).Cells;
        Correlation(cells.Select(cell => cell.CapacityAh), found.Select(cell => cell.CapacityPercent!.Value)).ShouldBeGreaterThan(0.9);
        Correlation(cells.Select(cell => cell.ResistanceFactor), found.Select(cell => cell.Milliohm!.Value)).ShouldBeGreaterThan(0.9);
        Correlation(cells.Select(cell => cell.Charge), found.Select(cell => cell.ChargeAh!.Value)).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Planted_differences_stand_out_and_sound_packs_seldom_show_any()
    {
        var (scores, labels, alarms, found) = (new List<double>(), new List<bool>(), 0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var matrix = new MadeUpPack { Seed = seed, Cells = 10, Days = 20, Spread = (0.005, 0.02, 0.005) }.Measure();
            var faulty = seed % 2 == 0;
            if (faulty) for (var i = 0; i < matrix.Samples; i++) matrix.Volt[4][i] += 0.001 * matrix.Ampere[i];
            var cells = ConsistencyAssessment.Of(Recording(matrix)).Cells;
            var score = RobustScores.Of([.. cells.Select(cell => cell.Milliohm!.Value)], 0);
            for (var cell = 0; cell < 10; cell++)
            {
                scores.Add(Math.Abs(score[cell]));
                labels.Add(faulty && cell == 4);
            }

            if (faulty) found += cells[4].Outlying.Contains("resistance") ? 1 : 0;
            else alarms += cells.Any(cell => cell.Outlying.Count > 0) ? 1 : 0;
        }

        AreaUnderRoc([.. scores], [.. labels]).ShouldBeGreaterThan(0.98);
        found.ShouldBeGreaterThanOrEqualTo(16);
        alarms.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Limits_of_outliers_are_wider_for_few_cells_and_keep_their_level()
    {
        OutlierLimit.For(5, 0.01).ShouldBeGreaterThan(OutlierLimit.For(50, 0.01));
        var (chance, over) = (new Random(8), 0);
        for (var draw = 0; draw < 2000; draw++)
        {
            double[] values = [.. Enumerable.Range(0, 12).Select(_ => PackSpread.Gauss(chance))];
            over += RobustScores.Of(values, 0).Max(Math.Abs) > OutlierLimit.For(12, 0.05) ? 1 : 0;
        }

        (over / 2000.0).ShouldBeInRange(0.03, 0.07);
    }

    [Fact]
    public void Distances_of_curves_do_what_their_names_say()
    {
        double[] wave = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(0.2 * i))];
        double[] late = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(0.2 * (i - 3)))];
        CurveDistance.Correlation(wave, wave).ShouldBe(0, 1e-12);
        CurveDistance.Correlation(wave, new double[100]).ShouldBe(double.NaN);
        CurveDistance.Warping(wave, wave, 5).ShouldBe(0);
        CurveDistance.Warping(wave, late, 5).ShouldBeLessThan(0.3 * CurveDistance.Warping(wave, late, 0));
        var entropy = VoltageEntropy.Of([wave, new double[100], [double.NaN]]);
        (entropy[0], entropy[1], double.IsNaN(entropy[2])).ShouldBe((entropy.Where(bit => bit is > 5 and < 5.6).Single(), 0, true));
        RobustScores.Of([1, 1, 1, 2], 0)[3].ShouldBe(double.PositiveInfinity);
        RobustScores.Of([1, 1, 1, 2], 0.5)[3].ShouldBe(2, 1e-12);
    }

    [Fact]
    public void Without_a_current_only_voltages_are_compared()
    {
        var matrix = new MadeUpPack { Seed = 1, Cells = 5, Days = 10 }.Measure() with { Ampere = [] };
        var found = ConsistencyAssessment.Of(Recording(matrix));
        found.Cells.ShouldAllBe(cell => cell.RestMillivolt != null && cell.LoadMillivolt == null && cell.ChargeAh == null && cell.Milliohm == null && cell.CapacityPercent == null);
        found.Notes.ShouldContain(note => note.StartsWith("The current was not measured"));
    }

    private static PackRecording Recording(PackMatrix matrix) =>
        new("made up", matrix, [.. matrix.Volt.Select((_, i) => $"cell {i + 1}")], [.. matrix.Celsius.Select((_, i) => $"sensor {i + 1}")]);

    private static double Correlation(IEnumerable<double> a, IEnumerable<double> b) => 1 - CurveDistance.Correlation([.. a], [.. b]);

    private static double AreaUnderRoc(double[] scores, bool[] labels)
    {
        var (wins, pairs) = (0.0, 0);
        for (var i = 0; i < scores.Length; i++)
        {
            for (var j = 0; j < scores.Length; j++)
            {
                if (!labels[i] || labels[j]) continue;
                wins += scores[i] > scores[j] ? 1 : scores[i].Equals(scores[j]) ? 0.5 : 0;
                pairs++;
            }
        }

        return wins / pairs;
    }
}
