using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Replication;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite;
using Voltloop.Web.Preservation;

namespace Voltloop.App.Preservation;

/// <summary>Hands the node's checkpoint to its witnesses and keeps their cosignatures. Exports carry them from then on.</summary>
/// <param name="record">The record whose log is cosigned.</param>
/// <param name="settings">Names the witnesses.</param>
/// <param name="directory">Where the witnessed checkpoint is kept.</param>
/// <param name="time">Clock of a visit.</param>
internal sealed class WitnessCollector(SqliteRecord record, PreservationSettings settings, string directory, TimeProvider time) : BackgroundService, ICosignatures
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
    private readonly ConcurrentDictionary<string, WitnessStatus> _last = new(StringComparer.Ordinal);

    private string FileOfNote => Path.Combine(directory, NodeKeys.FolderName, "witnessed.note");

    /// <inheritdoc/>
    public IReadOnlyList<WitnessStatus> List() => [.. settings.Witnesses.Select(Last)];

    /// <inheritdoc/>
    public string? WitnessedNote() => record.WitnessedCheckpoint?.ToString();

    /// <summary>Visits every witness once.</summary>
    public async Task CollectAsync(CancellationToken cancellation)
    {
        if (record.Preservation.Role == NodeRole.Replica || record.Size == 0) return;
        var note = record.Checkpoint();
        var cosigned = note;
        foreach (var witness in settings.Witnesses)
        {
            cosigned = await VisitAsync(witness, note, cancellation) is { } signature ? cosigned.With(signature) : cosigned;
        }

        if (cosigned.Signatures.Count > note.Signatures.Count) Keep(cosigned);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Witnesses.Count == 0) return;
        Load();
        while (!stoppingToken.IsCancellationRequested)
        {
            await CollectAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(TimeSpan.FromSeconds(settings.WitnessSeconds), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private WitnessStatus Last(WitnessSettings witness) => _last.GetValueOrDefault(witness.Name) ?? new WitnessStatus(witness.Name, witness.Url, null, null, null);

    private async Task<NoteSignature?> VisitAsync(WitnessSettings witness, SignedNote note, CancellationToken cancellation)
    {
        var last = Last(witness);
        try
        {
            var signature = await SubmitAsync(witness, note, (ulong)(last.Entries ?? 0), cancellation);
            _last[witness.Name] = last with { Entries = (long)Checkpoint.Parse(note.Text).Size, At = WitnessKey.TimeOf(signature), Problem = null };
            return signature;
        }
        catch (Exception e) when (e is ProblemException or HttpRequestException or TaskCanceledException or UriFormatException)
        {
            _last[witness.Name] = last with { Problem = e is ProblemException named ? named.Problem.ToString() : $"It does not answer at {time.GetUtcNow():u}: {e.Message}" };
            return null;
        }
    }

    // A witness that has cosigned more or less than this process remembers says how much; the second proof begins there.
    private async Task<NoteSignature> SubmitAsync(WitnessSettings witness, SignedNote note, ulong old, CancellationToken cancellation)
    {
        var (status, answer) = await PostAsync(witness, Body(note, old), cancellation);
        if (status == HttpStatusCode.Conflict && ulong.TryParse(answer.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var actual))
        {
            (status, answer) = await PostAsync(witness, Body(note, actual), cancellation);
        }

        return status == HttpStatusCode.OK
            ? Verified(witness, note, answer)
            : throw new ProblemException(ReplicationProblems.Unreachable, $"{witness.Name} does not cosign ({(int)status}): {answer}");
    }

    private string Body(SignedNote note, ulong old)
    {
        var size = Checkpoint.Parse(note.Text).Size;
        IReadOnlyList<byte[]> path = old > 0 && old < size ? new LogProver(record, size).Since(old).Path : [];
        return string.Create(CultureInfo.InvariantCulture, $"old {old}\n{string.Concat(path.Select(hash => Convert.ToBase64String(hash) + "\n"))}\n{note}");
    }

    private async Task<(HttpStatusCode Status, string Answer)> PostAsync(WitnessSettings witness, string body, CancellationToken cancellation)
    {
        using var content = new StringContent(body, Encoding.UTF8, "text/plain");
        using var answer = await _http.PostAsync(new Uri(new Uri(witness.Url), "/api/v1/witness/add-checkpoint"), content, cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
    }

    private static NoteSignature Verified(WitnessSettings witness, SignedNote note, string line)
    {
        var cosigned = SignedNote.Parse($"{note.Text}\n{line}");
        cosigned.Verify([new WitnessKey(witness.Name, Multikey.Decode(witness.Key))]);
        return cosigned.Signatures[0];
    }

    private void Load()
    {
        if (!File.Exists(FileOfNote)) return;
        var note = SignedNote.Parse(File.ReadAllText(FileOfNote));
        var checkpoint = Checkpoint.Parse(note.Text);
        record.WitnessedCheckpoint = checkpoint.Origin == record.Keys.Log && checkpoint.Size <= record.Size ? note : null;
    }

    private void Keep(SignedNote note)
    {
        File.WriteAllText(FileOfNote + ".part", note.ToString());
        File.Move(FileOfNote + ".part", FileOfNote, overwrite: true);
        record.WitnessedCheckpoint = note;
    }
}
