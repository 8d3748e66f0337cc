using Voltloop.Record.Ports;

namespace Voltloop.Bench.Record;

/// <summary>Bytes that a stored sample takes: ours the coded samples, plain the file.</summary>
internal sealed class SeriesSizeComparison : IComparison
{
    public string Name => "series, bytes per sample stored";

    public string Unit => "bytes/sample";

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var sample = Sample.Series(0);
        var ours = await Stores.Ours(async record =>
        {
            var receipt = await record.WriteAsync(new WriteBatch { Things = Sample.Cells(0, 1), Series = [sample] });
            return (await record.FindSeriesAsync(sample.Spec.Id))!.StoredBytes / (double)receipt.Samples;
        });
        var plain = await Stores.Plain(store =>
        {
            var samples = store.Write(sample);
            store.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return Task.FromResult(store.Bytes / (double)samples);
        });
        return (ours, plain);
    }
}
