using System.Diagnostics;
using Voltloop.Bench.Record;
using Voltloop.Health.ShowWindow;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Bench.Health;

/// <summary>A window of voltage and current over millions of samples, beside reading the whole series and thinning it in memory, from the same store.</summary>
/// <param name="millions">Samples of the series, millions.</param>
/// <param name="part">Which part of it is looked at, 0 to 1.</param>
internal sealed class WindowComparison(int millions, double part) : IComparison
{
    private const int Repeats = 9;
    private const int Columns = 600;

    public string Name => FormattableString.Invariant($"window of {100 * part:G3} % over {millions} million samples, median of {Repeats} places");

    public string Unit => "ms";

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var (ours, plain) = (0.0, 0.0);
        await Stores.Ours(async record =>
        {
            var id = await FillAsync(record);
            var (desk, last) = (new WindowDesk(record), (millions * 1e5) - 0.1);
            // The first look finds out where blocks lie; it is part of what a reader waits for only once.
            await desk.ReadAsync(id, WindowRequest.Whole, CancellationToken.None);
            ours = await MedianAsync(i => desk.ReadAsync(id, Request(i, last), CancellationToken.None));
            plain = await MedianAsync(i => NaiveAsync(record, id, Request(i, last)));
            return 0;
        });
        return (ours, plain);
    }

    private WindowRequest Request(int place, double last)
    {
        // A little smaller each time, so that nothing remembered is given back.
        var width = part * last * (1 - (place * 1e-4));
        var from = (last - width) * place / Repeats;
        return new WindowRequest(from, from + width, Columns, null);
    }

    private async Task<string> FillAsync(IRecordWriter record)
    {
        var sample = Sample.Series(0);
        for (var i = 0; i < millions * 10; i++)
        {
            var columns = sample.Columns.Select(column => column.ToArray()).ToArray();
            for (var row = 0; row < columns[0].Length; row++) columns[0][row] += i * Sample.Rows / 10.0;
            await record.WriteAsync(new WriteBatch { Things = i == 0 ? Sample.Cells(0, 1) : [], Series = [sample with { Columns = columns }] });
        }

        return sample.Spec.Id;
    }

    private static async Task<double> MedianAsync(Func<int, Task> look)
    {
        var times = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            await look(i);
            times[i] = clock.Elapsed.TotalMilliseconds;
        }

        return times.Order().ElementAt(Repeats / 2);
    }

    // Smallest and largest of each column of the plot, from all samples.
    private static async Task<double[][]> NaiveAsync(IRecordReader record, string id, WindowRequest request)
    {
        var (low, high) = (Enumerable.Repeat(double.PositiveInfinity, 2 * Columns).ToArray(), Enumerable.Repeat(double.NegativeInfinity, 2 * Columns).ToArray());
        var (from, width) = (request.From!.Value, (request.To!.Value - request.From!.Value) / Columns);
        await foreach (var block in record.ReadSeriesAsync(id, new SeriesRange(Channels: ["test_time_second", "voltage_volt", "current_ampere"])))
        {
            for (var i = 0; i < block.Count; i++)
            {
                var column = (int)((block.Columns[0][i] - from) / width);
                if (column is < 0 or >= Columns) continue;
                for (var c = 0; c < 2; c++)
                {
                    var (at, value) = ((c * Columns) + column, block.Columns[c + 1][i]);
                    (low[at], high[at]) = (Math.Min(low[at], value), Math.Max(high[at], value));
                }
            }
        }

        return [low, high];
    }
}
