using Voltloop.Kernels.Thinning;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class ExtremesKeptTests
{
    [Fact]
    public void Every_spike_of_every_channel_survives_and_nothing_is_made_up()
    {
        const int Count = 200_000;
        var chance = new Random(5);
        double[] axis = [.. Enumerable.Range(0, Count).Select(i => i * 0.1)];
        double[] volt = [.. axis.Select(_ => 3.6 + 0.01 * chance.NextDouble())];
        double[] ampere = [.. axis.Select(_ => chance.NextDouble())];
        int[] spikes = [17, 1_003, 99_999, 150_001, 199_990];
        foreach (var at in spikes) (volt[at], ampere[at + 3]) = (at % 2 == 0 ? 1.0 : 6.0, -5);
        (volt[50], ampere[51]) = (double.NaN, double.NaN);
        var kept = new ExtremesKept(0, axis[^1], 300, 2);
        foreach (var from in Enumerable.Range(0, 20).Select(i => i * Count / 20))
        {
            kept.Add(from, [axis[from..(from + Count / 20)], volt[from..(from + Count / 20)], ampere[from..(from + Count / 20)]]);
        }

        var columns = kept.Take();
        kept.Samples.ShouldBe(Count);
        columns[0].Length.ShouldBeLessThanOrEqualTo(300 * 6);
        columns[0].ShouldBeInOrder();
        foreach (var at in spikes)
        {
            columns[1][Array.IndexOf(columns[0], axis[at])].ShouldBe(volt[at]);
            columns[2][Array.IndexOf(columns[0], axis[at + 3])].ShouldBe(-5);
        }

        for (var i = 0; i < columns[0].Length; i++)
        {
            var row = Array.BinarySearch(axis, columns[0][i]);
            (columns[1][i], columns[2][i]).ShouldBe((volt[row], ampere[row]));
        }
    }

    [Fact]
    public void A_window_has_the_neighbours_that_its_lines_lead_to()
    {
        var kept = new ExtremesKept(10, 20, 5, 1);
        kept.Add(0, [[1, 8, 12, 25, 30], [0.1, 0.2, 0.3, 0.4, 0.5]]);
        kept.Take().ShouldBe([[8, 12, 25], [0.2, 0.3, 0.4]]);
        kept.Samples.ShouldBe(1);
        var late = new ExtremesKept(0, 1, 2, 1);
        late.Add(0, [[0.9, 0.1, 0.5], [3, 1, 2]]);
        late.Take()[1].ShouldBe([1, 2, 3]);
        Should.Throw<ArgumentOutOfRangeException>(() => new ExtremesKept(1, 1, 5, 1));
    }
}
