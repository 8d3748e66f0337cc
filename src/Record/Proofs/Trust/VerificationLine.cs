namespace Voltloop.Record.Proofs.Trust;

/// <summary>One thing that a verification found out, in words.</summary>
/// <param name="Outcome">Proven, not proven or refuted.</param>
/// <param name="Claim">What it is about, for example "Nobody changed the passport since it was signed".</param>
/// <param name="Grounds">Why: key, proof, root or problem.</param>
public sealed record VerificationLine(VerificationOutcome Outcome, string Claim, string Grounds);
