using System.Collections.Concurrent;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.FollowAssets;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Telemetry;
using Voltloop.Record.Things;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>
/// Takes telemetry into the record: samples, receipts and states of the estimators in one commit. When it returns, every message
/// that it calls taken or duplicate is durable, and no repetition, restart or order of arrival counts a sample twice.
/// </summary>
internal sealed class TelemetryDesk(HouseRecord house, TelemetryMeter meter, TelemetrySettings settings, TimeProvider clock) : IDisposable
{
    private const int MostRemembered = 20_000;
    private const double SecondsPerDay = 86_400;

    private readonly AssetLanes _lanes = new();
    private readonly ConcurrentDictionary<ThingId, AssetTrack> _known = new();

    /// <summary>Reads messages; what is wrong with one is its own refusal.</summary>
    /// <exception cref="ProblemException">The whole cannot be read.</exception>
    public IReadOnlyList<TelemetryEnvelope> Read(ReadOnlySpan<byte> body) => TelemetryReader.Read(body, clock.GetUtcNow());

    /// <summary>Counts something that could not be read at all.</summary>
    public void Note(Problem problem) => meter.Count(MessageOutcome.Of(new TelemetryEnvelope("", "", ""), problem), clock.GetUtcNow());

    /// <summary>Takes messages; what is wrong with one does not touch the others.</summary>
    /// <exception cref="ProblemException">The store refuses; then nothing of the batch was taken.</exception>
    public async Task<IReadOnlyList<MessageOutcome>> TakeAsync(IReadOnlyList<TelemetryEnvelope> messages, TelemetryCaller caller, CancellationToken cancellation)
    {
        var outcomes = new MessageOutcome[messages.Count];
        var things = await AdmitAsync(messages, caller, outcomes, cancellation);
        var lanes = await _lanes.EnterAsync(things.Values.Select(thing => thing.Id), cancellation);
        try
        {
            await WorkAsync(messages, things, (caller, outcomes), cancellation);
        }
        finally
        {
            _lanes.Leave(lanes);
        }

        foreach (var outcome in outcomes) meter.Count(outcome, clock.GetUtcNow());
        return outcomes;
    }

    /// <inheritdoc/>
    public void Dispose() => _lanes.Dispose();

    private async Task<Dictionary<string, Thing>> AdmitAsync(IReadOnlyList<TelemetryEnvelope> messages, TelemetryCaller caller, MessageOutcome[] outcomes, CancellationToken cancellation)
    {
        var (things, refused) = (new Dictionary<string, Thing>(StringComparer.Ordinal), new Dictionary<string, Problem>(StringComparer.Ordinal));
        for (var i = 0; i < messages.Count; i++)
        {
            var (message, asset) = (messages[i], messages[i].Asset);
            if (message.Refusal is null && !things.ContainsKey(asset) && !refused.ContainsKey(asset)) await AdmitAsync(asset, caller, (things, refused), cancellation);
            if ((message.Refusal ?? refused.GetValueOrDefault(asset)) is { } problem) outcomes[i] = MessageOutcome.Of(message, problem);
        }

        return things;
    }

    // The one decision point says whether the caller may add samples to the battery, before anything is worked out.
    private static async Task AdmitAsync(string asset, TelemetryCaller caller, (Dictionary<string, Thing> Things, Dictionary<string, Problem> Refused) found, CancellationToken cancellation)
    {
        try
        {
            var thing = ThingId.TryParse(asset, out var id) ? await caller.Reader.FindThingAsync(id, cancellation) : null;
            if (thing is null || !thing.IsBattery()) throw new ProblemException(TelemetryProblems.UnknownAsset, $"The record knows no battery \"{asset}\".", "asset", "Register it first: import a file about it, or create its passport.");
            var append = new SeriesAppend(TelemetrySeries.Of(thing.Id, late: false), []);
            await caller.Guard.CheckAsync(new WriteBatch { Series = [append] }, cancellation);
            found.Things.Add(asset, thing);
        }
        catch (ProblemException refused)
        {
            found.Refused.Add(asset, refused.Problem);
        }
    }

    private async Task WorkAsync(IReadOnlyList<TelemetryEnvelope> messages, Dictionary<string, Thing> things, (TelemetryCaller Caller, MessageOutcome[] Outcomes) run, CancellationToken cancellation)
    {
        var works = new Dictionary<ThingId, AssetWork>();
        for (var i = 0; i < messages.Count; i++)
        {
            if (run.Outcomes[i] is not null) continue;
            var thing = things[messages[i].Asset];
            if (!works.TryGetValue(thing.Id, out var work)) works.Add(thing.Id, work = await OpenAsync(thing, messages[i].Message!, cancellation));
            run.Outcomes[i] = await TakeAsync(messages[i], work, cancellation);
        }

        await WriteAsync([.. works.Values.Where(work => work.HasNews)], run.Caller, cancellation);
    }

    private static async Task<MessageOutcome> TakeAsync(TelemetryEnvelope envelope, AssetWork work, CancellationToken cancellation)
    {
        try
        {
            return await work.TakeAsync(envelope.Message!, cancellation);
        }
        catch (ProblemException refused) when (refused.Problem.Kind.HttpStatus is >= 400 and < 500)
        {
            return MessageOutcome.Of(envelope, refused.Problem);
        }
    }

    // What the record states about a battery changes seldom: it is read again with the first message of an hour of samples.
    private async Task<AssetWork> OpenAsync(Thing thing, TelemetryMessage message, CancellationToken cancellation)
    {
        if (_known.TryGetValue(thing.Id, out var known) && message.Samples.Time[0] < known.State.MarkAt + TelemetryLimits.MarkSeconds) return new AssetWork(thing, known.Copy(), house.History);
        var constants = await new ConstantsReader(house.Reader).ReadAsync(thing, cancellation);
        known ??= await house.History.TrackAsync(thing.Id, constants, cancellation);
        return new AssetWork(thing, known.Copy() with { Constants = constants }, house.History);
    }

    private async Task WriteAsync(AssetWork[] works, TelemetryCaller caller, CancellationToken cancellation)
    {
        if (works.Length == 0) return;
        var (series, receipts, tracks, marks) = (new List<SeriesAppend>(), new List<TelemetryReceipt>(), new List<TelemetryTrack>(), new List<TelemetryMark>());
        foreach (var work in works) work.AddTo(series, receipts, tracks, marks);
        try
        {
            await caller.Writer.WriteAsync(new WriteBatch { Series = series, Telemetry = new TelemetryWrite { Receipts = receipts, Tracks = tracks, Marks = marks, ReceiptsFor = settings.ReceiptDays * SecondsPerDay } }, cancellation);
        }
        catch
        {
            // Whether it was written is not known: what is in the store decides.
            foreach (var work in works) _known.TryRemove(work.Thing.Id, out _);
            throw;
        }

        if (_known.Count > MostRemembered) _known.Clear();
        foreach (var work in works) _known[work.Thing.Id] = work.Track;
    }
}
