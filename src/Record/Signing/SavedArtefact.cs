using System.Text;
using System.Text.Json;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Signing;

/// <summary>Verifies a saved file offline: form, signature, times, and every value's way into the log.</summary>
public static class SavedArtefact
{
    /// <summary>Largest file that is looked at.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const string OneForm = "The file is byte by byte as it was issued";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What is proven and what is not. Never throws because of the file.</summary>
    public static VerificationReport Verify(ReadOnlySpan<byte> file, VerificationContext context)
    {
        try
        {
            Refusal.Unless(file.Length <= MaxBytes, CommonProblems.LimitExceeded, $"The file has {file.Length} bytes; the limit is {MaxBytes}.");
            return Verify(Strict.GetString(file), context);
        }
        catch (DecoderFallbackException)
        {
            return VerificationReport.Empty.Refuted(OneForm, new Problem(CommonProblems.MalformedInput, "The file is not UTF-8 text."));
        }
        catch (ProblemException refused)
        {
            return VerificationReport.Empty.Refuted(OneForm, refused.Problem);
        }
    }

    private static VerificationReport Verify(string saved, VerificationContext context)
    {
        if (WitnessedNote.IsNote(saved))
        {
            return WitnessedNote.Verify(saved, context);
        }

        // Editors and shells add one end of line; anything else around the text was not issued.
        var text = saved.EndsWith('\n') ? saved[..^1] : saved;
        Refusal.Unless(text.Trim().Length == text.Length, CommonProblems.MalformedInput, "There is white space around the artefact.");
        var report = new VerificationReport([.. ArtefactVerifier.Verify(text, context).Lines.Where(line => line.Claim != "It is in the log")]);
        if (!report.Holds)
        {
            return report;
        }

        var claims = ClaimsOf(text, context);
        var isOurs = JsonRead.Member(claims, PassportCredential.Log) is not null;
        return new LogClaims(claims, context).AddTo(Formed(report, text, isOurs));
    }

    // A signature over a JSON value lets spacing and escapes vary; our own files have one form, so a changed byte is found.
    private static VerificationReport Formed(VerificationReport report, string text, bool isOurs)
    {
        if (!text.StartsWith('{'))
        {
            return report;
        }

        var isCanonical = Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(text))) == text;
        return isCanonical ? report.Proven(OneForm, "the file is in canonical form, which the signature covers")
            : isOurs ? report.Refuted(OneForm, new Problem(CommonProblems.MalformedInput, "The file is not in canonical form (RFC 8785); what it says is unchanged, but not its bytes."))
            : report.NotProven(OneForm, "spacing and escapes of JSON are not covered by the signature");
    }

    private static JsonElement ClaimsOf(string text, VerificationContext context) => text switch
    {
        ['{', ..] => DataIntegrity.Verify(StrictJson.Parse(Encoding.UTF8.GetBytes(text)), context).Content,
        _ when text.Contains('~', StringComparison.Ordinal) => SdJwtVerifier.Verify(text, SdPolicy.Of(context)).Claims,
        _ => VcJwt.Verify(text, context).Content,
    };
}
