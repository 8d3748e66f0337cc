namespace Voltloop.Record.Log;

/// <summary>Who answers for an assertion: a signature over its header (<see cref="LogEntry.SignedBytes"/>).</summary>
/// <param name="KeyId">Absolute DID URL of the key.</param>
/// <param name="SignedAt">Moment of signing, in the record's microseconds.</param>
/// <param name="Bytes">ES256, IEEE P1363, 64 bytes.</param>
public sealed record AssertionSignature(string KeyId, long SignedAt, byte[] Bytes)
{
    /// <summary>Bytes of a signature.</summary>
    public const int Length = 64;
}
