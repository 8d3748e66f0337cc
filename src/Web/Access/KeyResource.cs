using System.Text.Json.Serialization;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>An API key, as the API shows it.</summary>
public sealed record KeyResource(string Id, string Label, string Operator, IReadOnlyList<string> Audiences, bool Write, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>When it was revoked (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The key itself; only in the answer that made it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>Shows a key.</summary>
    public static KeyResource Of(ApiKey key, string? secret = null) =>
        new(key.Id, key.Label, key.Operator.Value, [.. key.Audiences.Order(StringComparer.Ordinal)], key.Roles.HasFlag(ActorRoles.Writer), key.CreatedAt, key.ExpiresAt) { RevokedAt = key.RevokedAt, Key = secret };
}
