using System.Globalization;
using System.Text;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>
/// Verifies a saved artefact whatever its form is (vc+jwt, SD-JWT, JSON with a data integrity proof) and says in words what
/// is proven and what is not. It never throws because of the artefact: a refusal is a line of the report.
/// </summary>
public static class ArtefactVerifier
{
    private const string Unchanged = "Nobody changed what is shown since it was signed";

    /// <summary>Verifies an artefact offline.</summary>
    /// <param name="text">The saved text.</param>
    /// <param name="context">Whom the verifier believes, and now.</param>
    /// <param name="evidence">Proof that it is in a log; <c>null</c> when there is none.</param>
    public static VerificationReport Verify(string text, VerificationContext context, LogEvidence? evidence = null) =>
        Logged(Signed(text.Trim(), context), evidence);

    private static VerificationReport Signed(string text, VerificationContext context)
    {
        try
        {
            return Read(text, context);
        }
        catch (ProblemException refused)
        {
            return VerificationReport.Empty.Refuted(Unchanged, refused.Problem);
        }
    }

    private static VerificationReport Read(string text, VerificationContext context)
    {
        if (text.Contains('~', StringComparison.Ordinal) && !text.StartsWith('{'))
        {
            return Selective(SdJwtVerifier.Verify(text, SdPolicy.Of(context)), context);
        }

        var verified = text.StartsWith('{') ? DataIntegrity.Verify(StrictJson.Parse(Encoding.UTF8.GetBytes(text)), context) : VcJwt.Verify(text, context);
        return Whole(verified.Signer, verified.SignedAt, context).Proven("All that was signed is shown", "the signature covers the whole document");
    }

    private static VerificationReport Selective(VerifiedSdJwt verified, VerificationContext context)
    {
        var report = Whole(verified.Signer, verified.SignedAt, context);
        report = verified.Hidden == 0
            ? report.Proven("All that was signed is shown", "every digest has its disclosure")
            : report.NotProven("All that was signed is shown", string.Create(CultureInfo.InvariantCulture, $"{verified.Hidden} digests stand for values kept back or for nothing"));
        return verified.IsHolderProven
            ? report.Proven("The holder's key bound this selection", "signature with the key that the token was issued to; audience and occasion were not asked")
            : report.NotProven("It was shown by its holder", "no key binding");
    }

    private static VerificationReport Whole(Signer signer, DateTimeOffset signedAt, VerificationContext context) => VerificationReport.Empty
        .Proven(Unchanged, $"ES256 signature with {signer.KeyId}")
        .Proven($"{signer.Name} signed it", context.Keys is SelfCertified ? "the identifier is the key; who that is, is not known" : $"{signer.Issuer} is on the trust list")
        .Proven("It was valid at the moment of verification", JsonMoment.Write(context.Now))
        .NotProven($"It was signed at {JsonMoment.Write(signedAt)}", "the signer's own word")
        .NotProven("What it says is true", "a signature shows who says so");

    private static VerificationReport Logged(VerificationReport report, LogEvidence? evidence)
    {
        const string claim = "It is in the log";
        if (evidence is null)
        {
            return report.NotProven(claim, "no inclusion proof was handed over");
        }

        var problem = Refusal.Of(() => Include(evidence));
        report = report.Checked(claim, $"inclusion proof to the signed checkpoint of {evidence.Log.Name}", problem);
        return problem is null ? Witnessed(report, evidence) : report;
    }

    private static void Include(LogEvidence evidence)
    {
        var checkpoint = Checkpoint.Open(evidence.Checkpoint, evidence.Log);
        var fits = evidence.Proof.Within == new Subtree(0, checkpoint.Size);
        Refusal.Unless(fits, ProofProblems.MerkleShape, "The proof is for another size than the checkpoint's.");
        if (evidence.Proof.Check(evidence.LeafHash, checkpoint.Root) is { } problem)
        {
            throw new ProblemException(problem);
        }
    }

    private static VerificationReport Witnessed(VerificationReport report, LogEvidence evidence)
    {
        const string claim = "Others saw the same log";
        var note = SignedNote.Parse(evidence.Checkpoint);
        IReadOnlyList<string> names = [];
        var problem = Refusal.Of(() => names = note.Verify([.. evidence.Witnesses, evidence.Log]));
        return problem is not null ? report.Refuted(claim, problem)
            : names.Count > 1 ? report.Proven(claim, "cosigned by " + string.Join(", ", names.Where(name => name != evidence.Log.Name)))
            : report.NotProven(claim, "no known witness cosigned the checkpoint");
    }
}
