namespace Voltloop.Record.Replication;

/// <summary>A public key behind signatures of assertions.</summary>
/// <param name="Id">Absolute DID URL.</param>
/// <param name="Spki">The key in SPKI form.</param>
public sealed record ReplicatedKey(string Id, byte[] Spki);
