using Voltloop.Core.Problems;

namespace Voltloop.Record.Policies;

/// <summary>Problems of who is asking and what they may do. Reading what is forbidden is no such problem: it is not found.</summary>
public static class AccessProblems
{
    /// <summary>A write without a login.</summary>
    public static readonly ProblemKind SignInRequired = new("sign-in-required", "Sign in first.", 401, 7);

    /// <summary>The name or password is wrong; which one is not said.</summary>
    public static readonly ProblemKind SignInFailed = new("sign-in-failed", "Name and password do not match.", 401, 7);

    /// <summary>Too many wrong passwords.</summary>
    public static readonly ProblemKind LockedOut = new("locked-out", "The account waits after too many wrong passwords.", 429, 7);

    /// <summary>Signing in with an issuer was not completed: cancelled, too late, begun elsewhere, or refused by the issuer.</summary>
    public static readonly ProblemKind IssuerRefused = new("issuer-refused", "Signing in was not completed.", 401, 7);

    /// <summary>A passkey's answer does not verify, is not for this server, was used before, or the passkey was revoked; which one is not said.</summary>
    public static readonly ProblemKind PasskeyRefused = new("passkey-refused", "The passkey was not accepted.", 401, 7);

    /// <summary>An API key is unknown, expired or revoked.</summary>
    public static readonly ProblemKind BadKey = new("bad-key", "The API key is not valid.", 401, 7);

    /// <summary>A token that is no JWT, or of an issuer that is not configured.</summary>
    public static readonly ProblemKind BadToken = new("bad-token", "The token is not valid.", 401, 7);

    /// <summary>The token is not signed with an asymmetric algorithm: <c>none</c> and HMAC are refused whatever the key.</summary>
    public static readonly ProblemKind TokenAlgorithm = new("token-algorithm", "The token's algorithm is refused.", 401, 7);

    /// <summary>The issuer does not publish the key that signed the token, or the signature is wrong.</summary>
    public static readonly ProblemKind TokenSignature = new("token-signature", "The token's signature does not verify.", 401, 7);

    /// <summary>The token's time is over.</summary>
    public static readonly ProblemKind TokenExpired = new("token-expired", "The token has expired.", 401, 7);

    /// <summary>The token's time has not come.</summary>
    public static readonly ProblemKind TokenNotYetValid = new("token-not-yet-valid", "The token is not valid yet.", 401, 7);

    /// <summary>The token was issued for another service.</summary>
    public static readonly ProblemKind TokenAudience = new("token-audience", "The token is for another audience.", 401, 7);

    /// <summary>The token names no operator (EN 18239).</summary>
    public static readonly ProblemKind NoOperator = new("no-operator-id", "The token names no operator.", 401, 7);

    /// <summary>The actor is known and may not do this.</summary>
    public static readonly ProblemKind Forbidden = new("forbidden", "This right is missing.", 403, 7);

    /// <summary>The actor asks to see as an audience that it does not belong to.</summary>
    public static readonly ProblemKind AudienceNotOpen = new("audience-not-open", "This audience needs a right that was not shown.", 403, 7);

    /// <summary>A grant gives more than its grantor holds, or a chain of grants is too long.</summary>
    public static readonly ProblemKind GrantTooWide = new("grant-too-wide", "The grant gives more than its grantor holds.", 403, 7);

    /// <summary>A rate limit is exceeded.</summary>
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", "Too many requests.", 429, 6);
}
