using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Signing;

/// <summary>Reads which trusted witnesses cosigned a checkpoint.</summary>
public static class WitnessedNote
{
    /// <summary>The claim that a cosignature proves.</summary>
    public const string Claim = "Others saw the same log";

    private const string Signed = "The log's state was signed by its node";

    /// <summary>Whether a saved text looks like a signed note.</summary>
    public static bool IsNote(string text) => text.Contains("\n\n— ", StringComparison.Ordinal);

    /// <summary>What a saved checkpoint proves.</summary>
    public static VerificationReport Verify(string text, VerificationContext context)
    {
        var (report, note) = (VerificationReport.Empty, SignedNote.Parse(text));
        var checkpoint = Checkpoint.Parse(note.Text);
        var problem = Refusal.Of(() => note.Verify([.. Keys(context).Select(key => new LogKey(checkpoint.Origin, key.Key))]));
        report = report.Checked(Signed, FormattableString.Invariant($"checkpoint of {checkpoint.Origin} over {checkpoint.Size} assertions"), problem);
        return AddWitnesses(report, note, context);
    }

    /// <summary>The report with what the witnesses of a checkpoint prove.</summary>
    public static VerificationReport AddWitnesses(VerificationReport report, SignedNote note, VerificationContext context)
    {
        try
        {
            var witnesses = WitnessesOf(note, context);
            return witnesses.Count == 0
                ? report.NotProven(Claim, "no witness that you trust has cosigned this checkpoint: ask one for its own")
                : report.Proven(Claim, string.Join("; ", witnesses.Select(witness => $"{witness.Name} cosigned it at {witness.At:u}")));
        }
        catch (ProblemException refused)
        {
            return report.Refuted(Claim, refused.Problem);
        }
    }

    // The log itself is no witness of itself: another type of signature, but the same key.
    private static List<(string Name, DateTimeOffset At)> WitnessesOf(SignedNote note, VerificationContext context)
    {
        var origin = Checkpoint.Parse(note.Text).Origin;
        var ofLog = note.Signatures.Select(signature => signature.KeyId).ToHashSet();
        var found = new List<(string, DateTimeOffset)>();
        foreach (var signature in note.Signatures)
        {
            var key = Keys(context).Where(key => !ofLog.Contains(new LogKey(origin, key.Key).KeyId))
                .Select(key => new WitnessKey(signature.Name, key.Key)).FirstOrDefault(key => key.KeyId == signature.KeyId);
            if (key is null) continue;
            Refusal.Unless(key.Verify(note.Text, signature.Bytes), ProofProblems.BadSignature, $"The cosignature of {signature.Name} is false.");
            found.Add((signature.Name, WitnessKey.TimeOf(signature)));
        }

        return found;
    }

    private static IEnumerable<Proofs.Keys.VerificationMethod> Keys(VerificationContext context) =>
        ((context.Keys as TrustList)?.Issuers ?? []).SelectMany(issuer => issuer.Keys).Where(key => !(key.Valid.Revoked <= context.Now));
}
