using System.Collections.Concurrent;
using System.Security.Cryptography;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Web.Api;
using Voltloop.Web.Import;

namespace Voltloop.App.Hosting;

/// <summary>Keeps previewed files for a while, so that a page can show first and write later.</summary>
/// <param name="desk">The way from a file to the record.</param>
/// <param name="work">Who imports, and when.</param>
public sealed class StagedImports(ImportDesk desk, ActorWork work) : IImportDesk
{
    /// <summary>How long a preview waits for its commit.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Most bytes that wait; the oldest previews are forgotten first.</summary>
    public const long MaxWaitingBytes = 2 * ImportLimits.MaxBytes;

    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<ImportTicket> PreviewAsync(string fileName, Stream content, UploadOptions upload, CancellationToken cancellation)
    {
        var source = await ImportIntake.ReadAsync(fileName, content, cancellation);
        var options = new ImportOptions(ImportRequest.IssuerOf(work.Actor), work.Now)
        {
            Thing = upload.ThingId is { } thing ? ThingId.Parse(thing) : null,
            SkipBadRows = upload.SkipBadRows,
        };
        var plan = await desk.PlanAsync(source, options, cancellation);
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _waiting[ticket] = new Waiting(source, options);
        Forget();
        return new ImportTicket(ticket, fileName, plan);
    }

    /// <inheritdoc/>
    /// <remarks>Plans again, because the record may have changed since the preview.</remarks>
    public async Task<WriteReceipt> CommitAsync(string ticket, CancellationToken cancellation)
    {
        if (!_waiting.TryRemove(ticket, out var waiting))
        {
            throw new ProblemException(CommonProblems.NotFound, "This preview has been written already, or has waited too long.", remedy: "Choose the file again.");
        }

        var options = waiting.Options with { Now = work.Now };
        var plan = await desk.PlanAsync(waiting.Source, options, cancellation);
        return await desk.CommitAsync(plan, cancellation) ?? new WriteReceipt(options.Now, 0, 0, 0, 0);
    }

    private void Forget()
    {
        var now = work.Now;
        long bytes = 0;
        foreach (var (ticket, waiting) in _waiting.OrderByDescending(entry => entry.Value.Options.Now))
        {
            bytes += waiting.Source.Bytes.Length;
            if (bytes > MaxWaitingBytes || now - waiting.Options.Now > Patience)
            {
                _waiting.TryRemove(ticket, out _);
            }
        }
    }

    private sealed record Waiting(ImportSource Source, ImportOptions Options);
}
