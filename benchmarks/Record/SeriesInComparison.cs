using Voltloop.Record.Ports;

namespace Voltloop.Bench.Record;

/// <summary>Samples written durably: 100,000 rows of time, voltage, current and temperature at a time.</summary>
internal sealed class SeriesInComparison : IComparison
{
    private const double Seconds = 3;

    public string Name => "series, samples in, durable";

    public string Unit => "samples/s";

    public double? Aim => 5_000_000;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var sample = Sample.Series(0);
        var ours = await Stores.Ours(async record =>
        {
            await record.WriteAsync(new WriteBatch { Things = Sample.Cells(0, 1) });
            return await Clock.PerSecond(Seconds, async round =>
            {
                var append = sample with { Spec = sample.Spec with { Id = $"urn:voltloop:series:{round}" } };
                return (await record.WriteAsync(new WriteBatch { Series = [append] })).Samples;
            });
        });
        var plain = await Stores.Plain(store => Clock.PerSecond(
            Seconds, round => Task.FromResult(store.Write(sample with { Spec = sample.Spec with { Id = $"urn:voltloop:series:{round}" } }))));
        return (ours, plain);
    }
}
