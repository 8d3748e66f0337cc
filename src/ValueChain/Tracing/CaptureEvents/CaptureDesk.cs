using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Documents;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>
/// Takes documents of events into the record. Events that are there already are left as they are, so a document may be sent
/// again after a lost answer. When a capture is answered it is durable.
/// </summary>
/// <param name="writer">The way into the record; it knows who is asking.</param>
/// <param name="ledger">Knows what is there.</param>
/// <param name="work">Who captures, and when.</param>
/// <param name="services">What a document may hold, and who waits for new events.</param>
internal sealed class CaptureDesk(IRecordWriter writer, IEventLedger ledger, ActorWork work, CaptureServices services)
{
    private const int MaxTries = 5;

    private long _captures;

    /// <summary>What a document may hold.</summary>
    public CaptureLimits Limits => services.Limits.Value;

    /// <summary>Captures a document.</summary>
    /// <exception cref="ProblemException">The document cannot be read at all, exceeds a limit, or may not be captured.</exception>
    public async Task<CaptureResult> CaptureAsync(CaptureRequest request, CancellationToken cancellation)
    {
        var (draft, job, original) = await DraftAsync(request, cancellation);
        return await KeepAsync(draft, job, original, cancellation);
    }

    /// <summary>Works out what capturing a document would write, and writes nothing.</summary>
    /// <exception cref="ProblemException">As for capturing.</exception>
    public async Task<CapturePlan> PlanAsync(CaptureRequest request, CancellationToken cancellation)
    {
        var (draft, job, original) = await DraftAsync(request, cancellation);
        return PlanOf(draft, job, original);
    }

    /// <summary>Refuses a document that is too large.</summary>
    /// <exception cref="ProblemException"><see cref="TracingProblems.DocumentTooLarge"/>.</exception>
    public void CheckSize(long bytes)
    {
        if (bytes > Limits.MaxBytes) throw new ProblemException(TracingProblems.DocumentTooLarge, $"The document has {bytes} bytes; at most {Limits.MaxBytes} are taken at once.", null, "Send it in parts.");
    }

    private async Task<(CaptureDraft Draft, CaptureJob Job, DocumentContent? Original)> DraftAsync(CaptureRequest request, CancellationToken cancellation)
    {
        CheckSize(request.Bytes.Length);
        var begun = work.Now;
        using var document = Read(request);
        var source = document.IsXml ? Convert.ToHexStringLower(SHA256.HashData(request.Bytes.Span)) : null;
        var draft = CaptureDraft.Of(document, source, begun);
        await services.KeyEvents.CheckAsync(draft, request.KeyEvents, cancellation);
        var job = new CaptureJob(IdOf(request, begun), Issuer(), begun) { Rollback = request.Rollback, Events = document.Events.Count };
        return (draft, job, source is null ? null : new DocumentContent(request.Name, "application/xml", request.Bytes));
    }

    private EventDocument Read(CaptureRequest request)
    {
        try
        {
            var document = EventDocument.Read(request.Bytes, Limits.MaxEvents);
            DocumentCheck.Check(document, request.SingleEvent);
            return document;
        }
        catch (InvalidOperationException broken)
        {
            // The one thing that well-formed JSON may hold and text may not: half a surrogate pair.
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, "A text is not well-formed Unicode."), broken);
        }
    }

    // Another capture may bring the same event between looking and writing; the store notices, and we look again.
    private async Task<CaptureResult> KeepAsync(CaptureDraft draft, CaptureJob job, DocumentContent? original, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryKeepAsync(draft, job, original, cancellation);
            }
            catch (ProblemException known) when (known.Problem.Kind == EventProblems.AlreadyRecorded && attempt < MaxTries)
            {
            }
        }
    }

    private async Task<CaptureResult> TryKeepAsync(CaptureDraft draft, CaptureJob job, DocumentContent? original, CancellationToken cancellation)
    {
        var plan = PlanOf(draft, job, original);
        var receipt = await writer.WriteAsync(plan.Batch, cancellation);
        if (!draft.HasKeyEvents) services.Plain.Add(receipt.FirstEvent, plan.News.Count);
        if (plan.News.Count > 0) services.Signal.Raise();
        return new CaptureResult(plan.Job, plan.IsRefused ? [] : [.. draft.Entries.Select(entry => entry.Identity)]);
    }

    private CapturePlan PlanOf(CaptureDraft draft, CaptureJob job, DocumentContent? original)
    {
        var isRefused = job.Rollback && draft.Refused > 0;
        var known = isRefused ? [] : ledger.Known(draft.Entries);
        EventEntry[] news = isRefused ? [] : [.. draft.Entries.Where((_, i) => known[i] == 0)];
        job = Finished(draft, job, news) with { Known = isRefused ? 0 : draft.Entries.Count - news.Length + draft.Repeated };
        return new CapturePlan(draft, job, news) { Original = original };
    }

    private CaptureJob Finished(CaptureDraft draft, CaptureJob job, EventEntry[] news)
    {
        var findings = draft.Findings.Concat(SharedIds(news)).Take(CaptureDraft.MaxFindings);
        return job with
        {
            FinishedAt = work.Now,
            Success = draft.Refused == 0,
            Written = news.Length,
            Errors = JsonSerializer.Serialize(findings, FindingJson.Options),
        };
    }

    private IEnumerable<CaptureFinding> SharedIds(EventEntry[] news)
    {
        var shared = news.Any(entry => entry.Keys.EventId is not null) ? ledger.SharingId(news) : [];
        for (var i = 0; i < shared.Count; i++)
        {
            if (shared[i] != 0 && news[i].Keys.ErrorDeclaration is null) yield return CaptureDraft.Warning("event-id-shared", $"{news[i].Identity} names another event too, with another content.", "");
        }
    }

    private string Issuer() => work.Actor.Operator?.Value
        ?? throw new ProblemException(AccessProblems.SignInRequired, "Events are captured in the name of an operator.", null, "Sign in at /sign-in, or send an API key or a token.");

    // Content and moment make it hard to guess; the count keeps two captures of one moment apart.
    private string IdOf(CaptureRequest request, DateTimeOffset at)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks} {Interlocked.Increment(ref _captures)} {Environment.ProcessId}")));
        hash.AppendData(request.Bytes.Span);
        return new Guid(hash.GetHashAndReset().AsSpan(0, 16)).ToString("D");
    }
}
