using System.Buffers.Binary;
using System.Security.Cryptography;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Replication;

namespace Voltloop.Tests.Unit.Record;

/// <summary>What a primary may say under its own signature, and its back-up must refuse by name.</summary>
public sealed class HostilePrimaryTests
{
    private const string Use = "voltloop/changes/1";
    private const string KeyId = "did:web:a#1";

    private static readonly P256SigningKey Key = P256SigningKey.FromScalar(SHA256.HashData("primary"u8));

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(253_402_300_800_000_000)]
    [InlineData(-62_135_596_800_000_001)]
    public void A_moment_that_no_calendar_has_is_refused_by_name(long microseconds)
    {
        var content = Content();
        Open(content).MadeAt.ShouldBe(DateTimeOffset.UnixEpoch.AddDays(1));
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(content.AsSpan().IndexOf(MadeAt())), microseconds);
        Should.Throw<ProblemException>(() => Open(content));
    }

    private static byte[] MadeAt()
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, RecordTime.ToMicroseconds(DateTimeOffset.UnixEpoch.AddDays(1)));
        return bytes;
    }

    private static byte[] Content()
    {
        var zero = ChangeCursor.Parse("0-0-0-0");
        var page = ChangePageCodec.Seal(new ChangePage(zero, zero, zero) { MadeAt = DateTimeOffset.UnixEpoch.AddDays(1) }, new IssuerKey(KeyId, Key));
        return page.AsSpan(4, (int)BinaryPrimitives.ReadUInt32BigEndian(page)).ToArray();
    }

    private static ChangePage Open(byte[] content)
    {
        var (message, whole) = (new CanonicalBuffer(), new CanonicalBuffer());
        message.Add(Use);
        message.Add(SHA256.HashData(content));
        whole.Add((uint)content.Length);
        whole.Add(content);
        whole.Add(KeyId);
        whole.Add(Key.Sign(message.Written));
        return ChangePageCodec.Open(whole.Written, _ => Key.Public);
    }
}
