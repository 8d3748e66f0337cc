using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs;

/// <summary>Why a proof, a signature or a credential is refused. Each kind is a reason of its own, never just "invalid".</summary>
public static class ProofProblems
{
    /// <summary>The signature does not belong to this content and this key.</summary>
    public static readonly ProblemKind BadSignature = Kind("bad-signature", "The signature does not match the content.");

    /// <summary>The algorithm is not on the allow-list (ES256 only): <c>none</c>, HMAC and every other is refused.</summary>
    public static readonly ProblemKind AlgorithmRefused = Kind("algorithm-refused", "The signature algorithm is not allowed.");

    /// <summary>The header announces another kind of token than the one asked for, or a critical extension nobody here knows.</summary>
    public static readonly ProblemKind HeaderRefused = Kind("header-refused", "The token's header is not acceptable.");

    /// <summary>The key is no point on P-256, or its text form is damaged.</summary>
    public static readonly ProblemKind InvalidKey = Kind("invalid-key", "The key is not a P-256 key.");

    /// <summary>No trusted issuer holds the key that is named.</summary>
    public static readonly ProblemKind UnknownKey = Kind("unknown-key", "The key is not known.");

    /// <summary>The trust list does not name the issuer, or no longer.</summary>
    public static readonly ProblemKind UntrustedIssuer = Kind("untrusted-issuer", "The issuer is not trusted.");

    /// <summary>The key was not valid at the moment of signing, or was revoked.</summary>
    public static readonly ProblemKind KeyNotValid = Kind("key-not-valid", "The key was not valid.");

    /// <summary>The issuer named inside differs from the one whose key signed.</summary>
    public static readonly ProblemKind WrongIssuer = Kind("wrong-issuer", "The issuer does not match the key.");

    /// <summary>The token is meant for somebody else.</summary>
    public static readonly ProblemKind WrongAudience = Kind("wrong-audience", "The token is meant for another audience.");

    /// <summary>The nonce is not the one that was asked for, or the proof is older than allowed.</summary>
    public static readonly ProblemKind Replayed = Kind("replayed", "The proof was made for another occasion.");

    /// <summary>The end of validity has passed.</summary>
    public static readonly ProblemKind Expired = Kind("expired", "The validity has ended.");

    /// <summary>The validity has not begun.</summary>
    public static readonly ProblemKind NotYetValid = Kind("not-yet-valid", "The validity has not begun.");

    /// <summary>The credential or presentation breaks a rule of the W3C data model 2.0.</summary>
    public static readonly ProblemKind DataModel = Kind("credential-model", "The credential breaks the data model.");

    /// <summary>There is no proof to check.</summary>
    public static readonly ProblemKind ProofMissing = Kind("proof-missing", "There is no proof.");

    /// <summary>The proof is of a type, suite or purpose that is not supported.</summary>
    public static readonly ProblemKind ProofRefused = Kind("proof-refused", "The proof is not of a supported kind.");

    /// <summary>The same digest stands at two places of an SD-JWT.</summary>
    public static readonly ProblemKind DuplicateDigest = Kind("sd-duplicate-digest", "A digest occurs twice.");

    /// <summary>A disclosure was handed over twice.</summary>
    public static readonly ProblemKind DuplicateDisclosure = Kind("sd-duplicate-disclosure", "A disclosure occurs twice.");

    /// <summary>A disclosure belongs to no digest: it was invented, changed, or taken from another token.</summary>
    public static readonly ProblemKind UnknownDisclosure = Kind("sd-unknown-disclosure", "A disclosure is not covered by the signature.");

    /// <summary>A disclosure is not an array of salt, name and value (member) or salt and value (item).</summary>
    public static readonly ProblemKind MalformedDisclosure = Kind("sd-malformed-disclosure", "A disclosure cannot be read.");

    /// <summary><c>_sd</c>, <c>...</c> or <c>_sd_alg</c> is used as a name of data, or a name is already taken.</summary>
    public static readonly ProblemKind ReservedName = Kind("sd-reserved-name", "A claim name is reserved or already taken.");

    /// <summary>The verifier asked for a proof that the holder has the key, and there is none.</summary>
    public static readonly ProblemKind KeyBindingMissing = Kind("key-binding-missing", "The proof of the holder's key is missing.");

    /// <summary>The proof of the holder's key belongs to another selection of disclosures or is damaged.</summary>
    public static readonly ProblemKind KeyBindingWrong = Kind("key-binding-wrong", "The proof of the holder's key does not match.");

    /// <summary>A Merkle proof does not lead to the root.</summary>
    public static readonly ProblemKind MerkleMismatch = Kind("merkle-mismatch", "The Merkle proof does not lead to the root.");

    /// <summary>A Merkle proof has sizes, an index or a length that no tree can have.</summary>
    public static readonly ProblemKind MerkleShape = Kind("merkle-shape", "The Merkle proof has no possible shape.");

    /// <summary>Two checkpoints of one log name different roots for the same size.</summary>
    public static readonly ProblemKind SplitView = Kind("log-split-view", "The log shows different trees to different readers.");

    /// <summary>The log is smaller than it was.</summary>
    public static readonly ProblemKind LogTruncated = Kind("log-truncated", "The log was truncated.");

    /// <summary>The log's larger tree does not contain the smaller one.</summary>
    public static readonly ProblemKind LogRewritten = Kind("log-rewritten", "The log was rewritten.");

    /// <summary>The checkpoint belongs to another log.</summary>
    public static readonly ProblemKind OtherLog = Kind("other-log", "The checkpoint belongs to another log.");

    private static ProblemKind Kind(string code, string title) => new(code, title, 422, 2);
}
