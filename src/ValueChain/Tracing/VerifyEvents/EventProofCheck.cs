using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Tracing.CaptureEvents;

namespace Voltloop.Tracing.VerifyEvents;

/// <summary>Checks a proof without asking anybody: hash, path to the assertion, path to the log, signature of the log.</summary>
/// <param name="keys">Keys of logs that are believed.</param>
internal sealed class EventProofCheck(IReadOnlyList<LogKey> keys)
{
    /// <summary>Largest proof, in bytes: 8 MiB.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    // A field that says null where a text is needed is malformed, not absent.
    private static readonly JsonSerializerOptions NoNulls = new(FindingJson.Options) { RespectNullableAnnotations = true };

    private readonly List<string> _steps = [];
    private bool _holds = true;

    /// <summary>What a proof shows.</summary>
    /// <exception cref="ProblemException">The bytes are no proof.</exception>
    public EventProofReport Check(ReadOnlySpan<byte> bytes)
    {
        var proof = Read(bytes);
        try
        {
            return Check(proof);
        }
        catch (Exception broken) when (broken is FormatException or JsonException or ProblemException or InvalidOperationException or ArgumentException)
        {
            Step(false, "", broken.Message);
            return new EventProofReport(false, _steps);
        }
    }

    private EventProofReport Check(EventProof proof)
    {
        var entry = LogEntry.Read(Convert.FromBase64String(proof.Entry));
        CheckHash(proof);
        CheckAssertion(proof, entry);
        CheckLog(proof, entry);
        return new EventProofReport(_holds, _steps) { Issuer = entry.Issuer, RecordedAt = RecordTime.FromMicroseconds(entry.RecordedAt) };
    }

    private void CheckHash(EventProof proof)
    {
        using var json = JsonDocument.Parse(proof.Event);
        using var context = JsonDocument.Parse(proof.Context.Length == 0 ? "null" : proof.Context);
        var names = json.RootElement.TryGetProperty("@context", out var own) ? EventNamespaces.Of(context.RootElement, own) : EventNamespaces.Of(context.RootElement);
        var hash = EventHash.Of(json.RootElement, proof.Source is null ? names : names.OfXml(), EventHashRules.Cbv20);
        Step(hash == EventHash.TryParse(proof.Hash), $"The event has the hash {hash}.", $"The event has the hash {hash}, not {proof.Hash}.");
    }

    private void CheckAssertion(EventProof proof, LogEntry entry)
    {
        var hash = EventHash.TryParse(proof.Hash) ?? throw new FormatException("The hash is none.");
        var made = new EventEntry(Encoding.UTF8.GetBytes(proof.Event), proof.Context, hash, new EventKeys("", EventAction.None, default)) { Source = proof.Source };
        var leaf = new byte[MerkleTree.HashBytes];
        EventLeaf.Hash(made, Convert.FromBase64String(proof.Salt), new CanonicalBuffer(), leaf);
        var problem = InclusionProof.InTree((ulong)proof.Ordinal, entry.Count, Hashes(proof.Path)).Check(leaf, entry.Root);
        Step(problem is null, $"It is event {proof.Ordinal} of {entry.Count} that {entry.Issuer} captured at {RecordTime.FromMicroseconds(entry.RecordedAt):O}.", $"It is not part of that capture: {problem?.Detail}");
    }

    private void CheckLog(EventProof proof, LogEntry entry)
    {
        var note = SignedNote.Parse(proof.Checkpoint);
        var checkpoint = Checkpoint.Parse(note.Text);
        var leaf = new byte[MerkleTree.HashBytes];
        entry.HashTo(leaf, new CanonicalBuffer());
        var problem = InclusionProof.InTree(entry.Index, checkpoint.Size, Hashes(proof.LogPath)).Check(leaf, checkpoint.Root);
        Step(problem is null, $"The capture is entry {entry.Number} of {checkpoint.Size} of the log {checkpoint.Origin}.", $"The capture is not in that log: {problem?.Detail}");
        Step(TrySigned(note, checkpoint), $"{checkpoint.Origin} signed that state of its log.", $"No key that is believed signed that state of the log {checkpoint.Origin}.");
    }

    private bool TrySigned(SignedNote note, Checkpoint checkpoint)
    {
        try
        {
            return note.Verify([.. keys]).Contains(checkpoint.Origin, StringComparer.Ordinal);
        }
        catch (ProblemException)
        {
            return false;
        }
    }

    private void Step(bool holds, string yes, string no)
    {
        _steps.Add(holds ? yes : no);
        _holds &= holds;
    }

    private static EventProof Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var proof = JsonSerializer.Deserialize<EventProof>(bytes, NoNulls);
            return proof is { Type: EventProof.Kind, Event: not null, Hash: not null } ? proof : throw new ProblemException(CommonProblems.UnknownFormat, "This is no proof of an event.");
        }
        catch (JsonException broken)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, broken.Message), broken);
        }
    }

    private static IReadOnlyList<byte[]> Hashes(IReadOnlyList<string> path) => [.. path.Select(Convert.FromBase64String)];
}
