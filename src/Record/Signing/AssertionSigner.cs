using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Credentials;

namespace Voltloop.Record.Signing;

/// <summary>Signs assertions with the node's key. On the caller's thread, so that the one writer does not wait for it.</summary>
/// <param name="key">The key.</param>
/// <param name="time">Clock behind the moment of signing.</param>
public sealed class AssertionSigner(IssuerKey key, TimeProvider time)
{
    /// <summary>The key.</summary>
    public IssuerKey Key { get; } = key;

    /// <summary>Signs the header of an assertion.</summary>
    public AssertionSignature Sign(string issuer, ReadOnlySpan<byte> root, uint count)
    {
        var signedAt = RecordTime.ToMicroseconds(time.GetUtcNow());
        return new AssertionSignature(Key.KeyId, signedAt, Key.Key.Sign(LogEntry.SignedBytes(issuer, root, count, (Key.KeyId, signedAt))));
    }
}
