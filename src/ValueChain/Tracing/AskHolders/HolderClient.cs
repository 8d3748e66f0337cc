using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Between;
using Voltloop.Record.Policies;
using Voltloop.Record.Proofs.Messages;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Asks another node, checks what it answers, and keeps it. What was kept is used again while it is fresh, and when nobody answers any more.</summary>
/// <param name="node">This node, which signs.</param>
/// <param name="book">Looks holders up.</param>
/// <param name="http">Sends.</param>
/// <param name="traces">Keeps answers.</param>
internal sealed class HolderClient(ChainNode node, HolderBook book, GuardedHttp http, ChainTraces traces)
{
    /// <summary>Media type of questions and answers.</summary>
    public const string MediaType = "application/jwt";

    private const int MaxRepeats = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What a holder says to a question.</summary>
    /// <param name="holder">did:web of the holder.</param>
    /// <param name="question">The question.</param>
    /// <param name="isFresh">Asks also when a kept answer is still good.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ProblemException">This node cannot sign.</exception>
    public async Task<HeldAnswer> AskAsync(string holder, ChainQuestion question, bool isFresh, CancellationToken cancellation)
    {
        var kept = traces.Store.Find(holder, question.Thing, ChainWords.Of(question.Direction), question.Purpose);
        if (!isFresh && kept is not null && traces.Clock.GetUtcNow() < kept.Until) return HeldAnswer.Of(kept);
        var signer = node.Signer();
        try
        {
            return await PatientlyAsync(() => AskNowAsync(holder, question, signer, cancellation), cancellation);
        }
        catch (ProblemException fault)
        {
            return Last(holder, question, fault.Problem);
        }
    }

    /// <summary>The last answer of a holder that is not asked again.</summary>
    /// <param name="holder">did:web of the holder.</param>
    /// <param name="question">The question.</param>
    /// <param name="because">Why it is not asked.</param>
    public HeldAnswer Last(string holder, ChainQuestion question, Problem because) =>
        traces.Store.Find(holder, question.Thing, ChainWords.Of(question.Direction), question.Purpose) is { } kept
            ? HeldAnswer.Of(kept) with { Problem = because } : new HeldAnswer(null, null) { Problem = because };

    // A pack has more cells than a holder answers at once; it says so, and a second later it answers again.
    private async Task<HeldAnswer> PatientlyAsync(Func<Task<HeldAnswer>> ask, CancellationToken cancellation)
    {
        for (var left = MaxRepeats; ; left--)
        {
            try
            {
                return await ask();
            }
            catch (ProblemException fault) when (fault.Problem.Kind == AccessProblems.TooManyRequests && left > 0)
            {
                await Task.Delay(Pause, traces.Clock, cancellation);
            }
        }
    }

    private async Task<HeldAnswer> AskNowAsync(string holder, ChainQuestion question, Record.Proofs.Credentials.IssuerKey signer, CancellationToken cancellation)
    {
        var known = await book.ReadAsync(holder, null, cancellation);
        var endpoint = known.Endpoint ?? throw new ProblemException(TracingProblems.HolderUnreachable, $"{holder} takes no questions.");
        var now = traces.Clock.GetUtcNow();
        var envelope = new MessageEnvelope(node.Did, holder, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))) { IssuedAt = now, Expires = now + ChainQuestion.Lifetime };
        var token = await PostAsync(endpoint, SignedMessage.Sign(ChainQuestion.Type, envelope, question.ToClaims(), signer), cancellation);
        var signed = await book.ReadAsync(holder, SignedMessage.Parse(token, ChainAnswer.Type).KeyId, cancellation);
        var (answer, about) = new AnswerCheck((envelope, question), signed.Document, traces.Clock.GetUtcNow()).Open(token);
        traces.Store.Keep(new KeptAnswer(holder, question.Thing, ChainWords.Of(question.Direction), question.Purpose) { AnsweredAt = about.IssuedAt, Until = about.Expires, Token = token });
        return new HeldAnswer(answer, about.IssuedAt);
    }

    private async Task<string> PostAsync(Uri endpoint, string question, CancellationToken cancellation)
    {
        using var content = new StringContent(question, Encoding.ASCII, MediaType);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        var (status, body) = await http.SendAsync(request, ChainAnswer.MaxBytes, cancellation);
        return status == HttpStatusCode.OK ? Encoding.UTF8.GetString(body) : throw Refused(endpoint, status, body);
    }

    private static ProblemException Refused(Uri endpoint, HttpStatusCode status, byte[] body)
    {
        var (code, detail) = Read(body);
        var kind = code == TracingProblems.ChainClosed.Code ? TracingProblems.ChainClosed : code == AccessProblems.TooManyRequests.Code ? AccessProblems.TooManyRequests
            : (int)status >= 500 ? TracingProblems.HolderUnreachable : TracingProblems.AnswerRefused;
        return new ProblemException(kind, detail ?? $"{endpoint.Authority} answers {(int)status}.");
    }

    private static (string? Code, string? Detail) Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return (json.RootElement.GetProperty("code").GetString(), json.RootElement.GetProperty("detail").GetString());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, null);
        }
    }
}
