using System.Text.Json;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>The claims of an SD-JWT whose signature, disclosures and times were verified.</summary>
/// <param name="Claims">The claims that were shown, put back where they belong.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="SignedAt">When they say that they did.</param>
/// <param name="Hidden">Digests without disclosure: values kept back, or decoys.</param>
/// <param name="IsHolderProven">Whether the holder's key was proven.</param>
public sealed record VerifiedSdJwt(JsonElement Claims, Signer Signer, DateTimeOffset SignedAt, int Hidden, bool IsHolderProven);
