using Voltloop.Core.Identities;
using Voltloop.Record.Log;
using Voltloop.Record.Policies;

namespace Voltloop.Record.Replication;

/// <summary>Writes and reads accounts and API keys: hashes only, as the store keeps them.</summary>
internal static class AccessCodec
{
    private const int MaxAudiences = 1000;

    public static void Write(CanonicalBuffer buffer, Account account)
    {
        buffer.Add(account.Name);
        buffer.Add(account.Operator.Value);
        PartCodec.Write(buffer, [.. account.Audiences]);
        buffer.Add((long)account.Roles);
        buffer.Add(account.PasswordHash);
        Write(buffer, account.CreatedAt);
        buffer.Add(account.Disabled ? (byte)1 : (byte)0);
        buffer.Add((long)account.Failures);
        Write(buffer, account.LockedUntil);
    }

    public static Account ReadAccount(ref CanonicalReader reader)
    {
        var (name, by, audiences) = (reader.Text() ?? "", ThingId.Parse(reader.Text() ?? ""), ReadAudiences(ref reader));
        return new Account(name, by, audiences, (ActorRoles)reader.Long(), reader.Text() ?? "")
        {
            CreatedAt = ReadMoment(ref reader) ?? default,
            Disabled = reader.Byte() == 1,
            Failures = (int)reader.Long(),
            LockedUntil = ReadMoment(ref reader),
        };
    }

    public static void Write(CanonicalBuffer buffer, ApiKey key)
    {
        buffer.Add(key.Id);
        buffer.Add(key.Hash);
        buffer.Add(key.Label);
        buffer.Add(key.Operator.Value);
        buffer.Add(key.Account);
        PartCodec.Write(buffer, [.. key.Audiences]);
        buffer.Add((long)key.Roles);
        Write(buffer, key.CreatedAt);
        Write(buffer, key.ExpiresAt);
        Write(buffer, key.RevokedAt);
    }

    public static ApiKey ReadKey(ref CanonicalReader reader)
    {
        var (id, hash, label, by) = (reader.Text() ?? "", reader.Text() ?? "", reader.Text() ?? "", ThingId.Parse(reader.Text() ?? ""));
        return new ApiKey(id, hash, label, by)
        {
            Account = reader.Text(),
            Audiences = ReadAudiences(ref reader),
            Roles = (ActorRoles)reader.Long(),
            CreatedAt = ReadMoment(ref reader) ?? default,
            ExpiresAt = ReadMoment(ref reader) ?? default,
            RevokedAt = ReadMoment(ref reader),
        };
    }

    private static HashSet<string> ReadAudiences(ref CanonicalReader reader) => PartCodec.ReadTexts(ref reader, MaxAudiences).ToHashSet(StringComparer.Ordinal);

    private static void Write(CanonicalBuffer buffer, DateTimeOffset? moment)
    {
        buffer.Add(moment is null ? (byte)0 : (byte)1);
        if (moment is { } at)
        {
            buffer.Add(RecordTime.ToMicroseconds(at));
        }
    }

    private static DateTimeOffset? ReadMoment(ref CanonicalReader reader) => reader.Byte() == 0 ? null : reader.Moment();
}
