using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.CheckKeyEvents;

/// <summary>
/// Settles open warnings when they are read: an event that came late, from whomever, takes them away without the job being
/// written again. What the reader may not see settles nothing for that reader.
/// </summary>
/// <param name="vocabulary">Rules.</param>
/// <param name="lookup">Finds what is in the record.</param>
internal sealed class OpenFindings(KeyEventVocabulary vocabulary, KeyEventLookup lookup)
{
    /// <summary>The job with those of its warnings settled that no longer hold.</summary>
    public async Task<CaptureJobResource> SettleAsync(CaptureJobResource job, CancellationToken cancellation)
    {
        if (job.Warnings.All(found => found.Open is null)) return job;
        var history = new KeyEventHistory();
        var names = job.Warnings.SelectMany(found => found.Open?.Names ?? []).Distinct(StringComparer.Ordinal).ToArray();
        if (!await lookup.LearnAsync(names, history, cancellation)) return job;
        var check = new KeyEventCheck(vocabulary, history);
        return job with { Warnings = [.. job.Warnings.Select(found => IsSettled(check, found) ? found with { Settled = true } : found)] };
    }

    /// <summary>The same for several jobs.</summary>
    public async Task<IReadOnlyList<CaptureJobResource>> SettleAsync(IReadOnlyList<CaptureJobResource> jobs, CancellationToken cancellation)
    {
        var settled = new List<CaptureJobResource>(jobs.Count);
        foreach (var job in jobs) settled.Add(await SettleAsync(job, cancellation));
        return settled;
    }

    private bool IsSettled(KeyEventCheck check, CaptureFinding found) =>
        found.Open is { } open && vocabulary.Rules.FirstOrDefault(rule => rule.Id == found.Rule) is { } rule && check.IsSettled(rule, open.Names, open.At);
}
