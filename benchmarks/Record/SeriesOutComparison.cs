using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Bench.Record;

/// <summary>Samples read: a whole series of four channels.</summary>
internal sealed class SeriesOutComparison : IComparison
{
    private const double Seconds = 2;

    public string Name => "series, samples out";

    public string Unit => "samples/s";

    public double? Aim => 5_000_000;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var sample = Sample.Series(0);
        var ours = await Stores.Ours(async record =>
        {
            await record.WriteAsync(new WriteBatch { Things = Sample.Cells(0, 1), Series = [sample] });
            return await Clock.PerSecond(Seconds, _ => Read(record, sample.Spec.Id));
        });
        var plain = await Stores.Plain(store =>
        {
            store.Write(sample);
            return Clock.PerSecond(Seconds, _ => Task.FromResult(store.ReadSeries(sample.Spec.Id)));
        });
        return (ours, plain);
    }

    private static async Task<long> Read(IRecordReader record, string id)
    {
        var samples = 0L;
        await foreach (var block in record.ReadSeriesAsync(id, new SeriesRange()))
        {
            samples += (long)block.Count * block.Columns.Count;
        }

        return samples;
    }
}
