using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Signing;

/// <summary>Checks what a passport's credential claims about the log, with nothing but the credential and a trust list.</summary>
internal sealed class LogClaims(JsonElement credential, VerificationContext context)
{
    private const string Checkpoints = "The log's state was signed by its node";
    private const string Entries = "Each assertion was signed by who is named, and is in the log";
    private const string Shown = "Each value shown is the one that was recorded, from whom and when it says";

    private readonly Dictionary<long, LogEntry> _entries = [];
    private Checkpoint? _checkpoint;
    private SignedNote? _note;
    private int _unsigned;
    private int _values;

    /// <summary>Adds a line for each claim.</summary>
    public VerificationReport AddTo(VerificationReport report)
    {
        if (JsonRead.Member(credential, PassportCredential.Log) is not { } log)
        {
            return report.NotProven("It is in a log", "the artefact carries no proof from a log");
        }

        report = Line(report, Checkpoints, () => CheckCheckpoint(log), () => string.Create(CultureInfo.InvariantCulture, $"checkpoint of {_checkpoint!.Origin} over {_checkpoint.Size} assertions"));
        report = _checkpoint is null ? report : Line(report, Entries, () => CheckEntries(log), () => string.Create(CultureInfo.InvariantCulture, $"{_entries.Count} assertions, {_unsigned} of them of before signatures"));
        report = _checkpoint is null ? report : Line(report, Shown, CheckValues, () => string.Create(CultureInfo.InvariantCulture, $"{_values} values, each with its path to the checkpoint"));
        return _note is null ? report : WitnessedNote.AddWitnesses(report, _note, context);
    }

    private static VerificationReport Line(VerificationReport report, string claim, Action check, Func<string> grounds)
    {
        var problem = Refusal.Of(check);
        return report.Checked(claim, problem is null ? grounds() : "", problem);
    }

    private void CheckCheckpoint(JsonElement log)
    {
        var note = SignedNote.Parse(JsonRead.TextOf(log, "checkpoint") ?? "");
        var checkpoint = Checkpoint.Parse(note.Text);
        var issuers = (context.Keys as TrustList)?.Issuers ?? [];
        var keys = issuers.SelectMany(issuer => issuer.Keys).Where(key => !(key.Valid.Revoked <= context.Now)).Select(key => new LogKey(checkpoint.Origin, key.Key));
        note.Verify([.. keys]);
        (_checkpoint, _note) = (checkpoint, note);
    }

    private void CheckEntries(JsonElement log)
    {
        foreach (var json in JsonRead.OneOrMany(log, "entries"))
        {
            var bytes = LoggedStatementJson.Bytes(JsonRead.Member(json, "entry"));
            var entry = LogEntry.Read(bytes);
            Demand(InclusionProof.InTree(entry.Index, _checkpoint!.Size, LoggedStatementJson.Path(json)).Check(MerkleHash.Leaf(bytes), _checkpoint.Root));
            CheckSigner(entry);
            _entries.Add(entry.Number, entry);
        }
    }

    private void CheckSigner(LogEntry entry)
    {
        if (entry.Signature is not { } by)
        {
            _unsigned++;
            return;
        }

        var signer = context.Keys.Resolve(new KeyRequest(by.KeyId, Issuer: null, RecordTime.FromMicroseconds(by.SignedAt), context.Now));
        Refusal.Unless(signer.Key.Verify(entry.SignedBytes()!, by.Bytes), ProofProblems.BadSignature, $"{by.KeyId} did not sign assertion {entry.Number}.");
    }

    private void CheckValues()
    {
        var subject = LoggedStatementJson.Member(credential, "credentialSubject");
        var (buffer, hash) = (new CanonicalBuffer(), new byte[MerkleTree.HashBytes]);
        foreach (var member in LoggedStatementJson.Member(subject, PassportCredential.Values).EnumerateObject())
        {
            var recorded = LoggedStatementJson.Read(member.Name, member.Value);
            var entry = _entries.GetValueOrDefault(recorded.Assertion)
                ?? throw Refusal.Because(ProofProblems.ProofMissing, $"{member.Name}: assertion {recorded.Assertion} is not among the entries.");
            var salt = LoggedStatementJson.Bytes(JsonRead.Member(member.Value, "salt"));
            Refusal.Unless(salt.Length is 0 or StatementLeaf.SaltBytes, ProofProblems.MerkleShape, $"{member.Name}: the salt has {salt.Length} bytes.");
            StatementLeaf.Hash(recorded.Statement, salt, buffer, hash);
            Demand(InclusionProof.InTree((ulong)recorded.Ordinal, entry.Count, LoggedStatementJson.Path(member.Value)).Check(hash, entry.Root), member.Name);
            var isSame = entry.Issuer == recorded.Issuer && entry.RecordedAt == RecordTime.ToMicroseconds(recorded.RecordedAt);
            Refusal.Unless(isSame, ProofProblems.MerkleMismatch, $"{member.Name}: issuer or moment of recording is not that of its assertion.");
            _values++;
        }
    }

    private static void Demand(Problem? problem, string? place = null)
    {
        if (problem is not null)
        {
            throw new ProblemException(place is null ? problem : problem with { Detail = $"{place}: {problem.Detail}" });
        }
    }
}
