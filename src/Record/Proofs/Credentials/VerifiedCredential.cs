using System.Text.Json;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>A credential whose signature, signer and validity were verified.</summary>
/// <param name="Content">The credential.</param>
/// <param name="Signer">Who signed it.</param>
/// <param name="SignedAt">When they say that they did.</param>
public sealed record VerifiedCredential(JsonElement Content, Signer Signer, DateTimeOffset SignedAt);
