using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>What a verifier of SD-JWTs brings along and demands.</summary>
/// <param name="Context">Whom it believes, and now.</param>
/// <param name="KeyBinding">The proof of the holder's key that it demands; <c>null</c> when none is needed.</param>
/// <param name="Types">Types of token that it takes.</param>
public sealed record SdPolicy(VerificationContext Context, KeyBindingDemand? KeyBinding, params IReadOnlyList<string> Types)
{
    /// <summary>Takes W3C and IETF credentials without proof of a holder's key.</summary>
    public static SdPolicy Of(VerificationContext context, KeyBindingDemand? demand = null) =>
        new(context, demand, SdOptions.CredentialType, SdOptions.DigitalCredentialType);
}
