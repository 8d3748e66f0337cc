using Voltloop.Core.Identities;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.Model;
using Voltloop.Health.ShowWindow;
using Voltloop.Record.Ports;

namespace Voltloop.Health.ShowSlowCycles;

/// <summary>Finds the slow discharges in the recordings of a battery. Remembers the last ones, since finding reads every sample.</summary>
internal sealed class SlowCycleReader(IRecordReader record)
{
    private const int Kept = 16;
    private readonly Recent<(string, long), IReadOnlyList<SlowCycle>> _cycles = new(Kept);

    /// <summary>The slow discharges in the order of time.</summary>
    /// <exception cref="Core.Problems.ProblemException">The record does not know the thing, or its recordings are too long.</exception>
    public async Task<IReadOnlyList<SlowCycle>> ReadAsync(ThingId id, CancellationToken cancellation)
    {
        var samples = (await record.ListSeriesAsync(id, cancellation)).Sum(info => info.Samples);
        return await _cycles.GetAsync((id.Value, samples), async () =>
        {
            var recordings = await new RecordingReader(record).ReadAsync(id, cancellation);
            return await Task.Run(() => SlowCycles.Of(recordings), cancellation);
        });
    }
}
