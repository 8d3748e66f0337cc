using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Ports;
using Voltloop.Record.Telemetry;
using Voltloop.Record.Things;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>What a batch of messages does to one battery, before it is written. Used by one caller at a time.</summary>
/// <param name="thing">The battery.</param>
/// <param name="track">What is known of it; a copy that this work may change.</param>
/// <param name="history">What is in the record already.</param>
internal sealed class AssetWork(Thing thing, AssetTrack track, TelemetryHistory history)
{
    private readonly List<SampleColumns> _main = [];
    private readonly List<SampleColumns> _late = [];
    private readonly List<TelemetryReceipt> _receipts = [];
    private readonly Dictionary<(string Source, string Id), long> _seen = [];
    private readonly SortedList<double, AssetTrack> _marks = [];
    private AssetTrack _track = track;

    public Thing Thing => thing;

    /// <summary>The state after the messages.</summary>
    public AssetTrack Track => _track;

    /// <summary>True when something is to be written.</summary>
    public bool HasNews => _receipts.Count > 0;

    /// <summary>Takes one message.</summary>
    /// <exception cref="ProblemException">One of <see cref="TelemetryProblems"/>; nothing of the message is taken then.</exception>
    public async Task<MessageOutcome> TakeAsync(TelemetryMessage message, CancellationToken cancellation)
    {
        var outcome = new MessageOutcome(message.Asset, message.Source, message.Id, MessageOutcome.Taken);
        var before = _seen.TryGetValue((message.Source, message.Id), out var own) ? own : history.Receipt(thing.Id, message.Source, message.Id);
        if (before is { } digest) return digest == message.Digest ? outcome with { Outcome = MessageOutcome.Duplicate } : throw Reused(message);
        CheckWindow(message);
        var (late, fresh) = Split(message.Samples);
        var merged = late.Count == 0 ? (New: 0, Repeated: 0) : await MergeAsync(late, cancellation);
        Append(fresh);
        _seen.Add((message.Source, message.Id), message.Digest);
        _receipts.Add(new TelemetryReceipt(thing.Id, message.Source, message.Id, message.Digest) { Newest = message.Samples.Time[^1] });
        Count(message);
        return outcome with { Samples = merged.New + fresh.Count, Late = merged.New, Repeated = merged.Repeated, LeftOut = message.LeftOut.Count };
    }

    /// <summary>Adds what is to be written.</summary>
    public void AddTo(List<Record.Series.SeriesAppend> series, List<TelemetryReceipt> receipts, List<TelemetryTrack> tracks, List<TelemetryMark> marks)
    {
        var (main, late) = (SampleColumns.Join(_main.Count == 0 ? [SampleColumns.None] : _main), SampleColumns.Join(_late.Count == 0 ? [SampleColumns.None] : _late));
        if (main.Count > 0) series.Add(TelemetrySeries.Append(TelemetrySeries.Of(thing.Id, late: false), main, _track.Start, _track.Main - main.Count));
        if (late.Count > 0) series.Add(TelemetrySeries.Append(TelemetrySeries.Of(thing.Id, late: true), late, _track.Start, _track.Late - late.Count));
        receipts.AddRange(_receipts);
        tracks.Add(new TelemetryTrack(thing.Id, _track.State.Last, _track.ToJson()) { MarksFrom = _track.State.Last - TelemetryLimits.LateWindow - 2 * TelemetryLimits.MarkSeconds });
        marks.AddRange(_marks.Select(mark => new TelemetryMark(thing.Id, mark.Key, mark.Value.ToJson())));
    }

    private static ProblemException Reused(TelemetryMessage message) => new(
        TelemetryProblems.Reused, $"{message.Source} has sent {message.Id} before with another content.", null, "Give every message an identifier of its own.");

    private void CheckWindow(TelemetryMessage message)
    {
        var (first, newest) = (message.Samples.Time[0], _track.State.Last);
        if (!(first < newest - TelemetryLimits.LateWindow)) return;
        throw new ProblemException(
            TelemetryProblems.TooLate, FormattableString.Invariant($"Its first sample is {(newest - first) / 3600:0.#} h older than the newest of the battery; samples are merged up to {TelemetryLimits.LateWindow / 3600} h later (LateWindow)."),
            null, "Import older samples as a file.");
    }

    private (SampleColumns Late, SampleColumns Fresh) Split(SampleColumns samples)
    {
        var newest = _track.State.Last;
        var late = 0;
        while (late < samples.Count && samples.Time[late] <= newest) late++;
        return (samples.Slice(0, late), late == 0 ? samples : samples.Slice(late, samples.Count - late));
    }

    private void Append(SampleColumns fresh)
    {
        if (fresh.Count == 0) return;
        if (double.IsNaN(_track.Start)) _track = _track with { Start = Math.Floor(fresh.Time[0]) };
        var held = _track.Main;
        AssetFold.Run(_track.State, _track.Constants, fresh, i => Mark(_track.State, held + i, _track.Late));
        _main.Add(fresh);
        _track = _track with { Main = held + fresh.Count };
    }

    private void Mark(AssetState state, long main, long late) =>
        _marks[state.MarkAt] = _track.ForMark(state.Copy(), main) with { Late = late };

    // Back to a mark before the late samples, and forward again over all that is known since, in the order of time.
    private async Task<(int New, int Repeated)> MergeAsync(SampleColumns late, CancellationToken cancellation)
    {
        var mark = _marks.LastOrDefault(one => one.Key <= late.Time[0]).Value ?? history.Mark(thing.Id, late.Time[0]) ?? new AssetTrack();
        var known = await KnownAsync(mark, cancellation);
        var merge = SampleMerge.Of(known, late);
        _track.Counts.Late += merge.New.Count;
        _track.Counts.Repeated += merge.Repeated;
        _track.Counts.Contradicted += merge.Contradicted;
        if (merge.New.Count == 0) return (0, merge.Repeated + merge.Contradicted);
        var state = mark.State.Copy();
        AssetFold.Run(state, _track.Constants, merge.All, i => Mark(state, mark.Main + merge.MainBefore(i), mark.Late));
        _late.Add(merge.New);
        _track = _track with { State = state, Late = _track.Late + merge.New.Count };
        return (merge.New.Count, merge.Repeated + merge.Contradicted);
    }

    private async Task<KnownSamples> KnownAsync(AssetTrack mark, CancellationToken cancellation)
    {
        var (heldMain, heldLate) = (_track.Main - _main.Sum(part => part.Count), _track.Late - _late.Sum(part => part.Count));
        var from = mark.State.Last;
        var main = await history.ReadAsync(TelemetrySeries.Id(thing.Id, late: false), mark.Main, heldMain, cancellation);
        var late = await history.ReadAsync(TelemetrySeries.Id(thing.Id, late: true), mark.Late, heldLate, cancellation);
        return KnownSamples.Of(SampleColumns.Join([main, .. _main]), SampleColumns.Join([late, .. _late]), from);
    }

    private void Count(TelemetryMessage message)
    {
        _track.Counts.Messages++;
        _track.Counts.Source = message.Source;
        _track.Counts.Add(message.LeftOut);
    }
}
