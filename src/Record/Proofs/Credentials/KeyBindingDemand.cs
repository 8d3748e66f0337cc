namespace Voltloop.Record.Proofs.Credentials;

/// <summary>What a verifier demands of the holder's proof.</summary>
/// <param name="Audience">Whom it must be meant for.</param>
/// <param name="Nonce">The verifier's own random text for this occasion; whoever sends an old proof does not know it.</param>
/// <param name="MaxAge">How old the proof may be.</param>
public sealed record KeyBindingDemand(string Audience, string Nonce, TimeSpan MaxAge);
