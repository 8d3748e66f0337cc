using System.Collections.Concurrent;
using Voltloop.Core.Identities;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Counts since the start: a repetition or a refusal changes nothing in the record, so it is only counted here.</summary>
internal sealed class TelemetryMeter
{
    private const int MostRefusals = 20;
    private const int MostAssets = 100_000;

    private readonly ConcurrentDictionary<string, long> _duplicates = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RefusedMessage> _refusals = new();
    private long _taken;
    private long _duplicate;
    private long _refused;
    private long _samples;

    /// <summary>Messages taken.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Messages that had been taken before.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicate);

    /// <summary>Messages refused.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Samples new to the record.</summary>
    public long Samples => Interlocked.Read(ref _samples);

    /// <summary>The newest refusals, newest first.</summary>
    public IReadOnlyList<RefusedMessage> Refusals => [.. _refusals.Reverse()];

    /// <summary>Repetitions of messages of a battery.</summary>
    public long DuplicatesOf(ThingId thing) => _duplicates.GetValueOrDefault(thing.Value);

    /// <summary>Counts what became of a message.</summary>
    public void Count(MessageOutcome outcome, DateTimeOffset now)
    {
        Interlocked.Add(ref _samples, outcome.Samples);
        if (outcome.Outcome is MessageOutcome.Taken) Interlocked.Increment(ref _taken);
        else if (outcome.Outcome is MessageOutcome.Duplicate) CountDuplicate(outcome.Asset);
        else Refuse(outcome, now);
    }

    private void CountDuplicate(string asset)
    {
        Interlocked.Increment(ref _duplicate);
        if (ThingId.TryParse(asset, out var id) && (_duplicates.Count < MostAssets || _duplicates.ContainsKey(id.Value))) _duplicates.AddOrUpdate(id.Value, 1, (_, count) => count + 1);
    }

    private void Refuse(MessageOutcome outcome, DateTimeOffset now)
    {
        Interlocked.Increment(ref _refused);
        _refusals.Enqueue(new RefusedMessage(now, outcome.Asset, outcome.Source, outcome.Problem ?? "", outcome.Detail ?? ""));
        while (_refusals.Count > MostRefusals) _refusals.TryDequeue(out _);
    }
}
