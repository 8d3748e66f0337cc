using System.Text.Json;
using System.Text.Json.Serialization;
using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>The rights of one operator as the value of <see cref="AccessTerms.Grants"/>.</summary>
public static class GrantList
{
    /// <summary>Most grants that one operator holds at a time.</summary>
    public const int MaxGrants = 500;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Writes the list; the grantee is the thing it is stated of.</summary>
    public static string Write(IEnumerable<Grant> grants) => JsonSerializer.Serialize(grants.Select(Row.Of), Options);

    /// <summary>Reads the list; a row that cannot be read gives no right.</summary>
    public static IReadOnlyList<Grant> Read(ThingId grantee, string json)
    {
        try
        {
            return [.. (JsonSerializer.Deserialize<Row[]>(json, Options) ?? []).Select(row => row.ToGrant(grantee)).OfType<Grant>()];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private sealed record Row(string? Id, string? Grantor, AccessRight Right, string? Audience, string[]? Terms, string? Model, string? Thing)
    {
        public DateTimeOffset From { get; init; }

        public DateTimeOffset? To { get; init; }

        public bool Delegable { get; init; }

        public static Row Of(Grant grant) => new(
            grant.Id, grant.Grantor.Value, grant.Right, grant.Audience, grant.Terms.Count == 0 ? null : [.. grant.Terms.Order(StringComparer.Ordinal)],
            grant.Scope.Model?.Value, grant.Scope.Thing?.Value)
        {
            From = grant.From,
            To = grant.To,
            Delegable = grant.Delegable,
        };

        // A scope that cannot be read must not turn into "all".
        public Grant? ToGrant(ThingId grantee) =>
            Id is null || !ThingId.TryParse(Grantor, out var grantor) || !Reads(Model, out var model) || !Reads(Thing, out var thing)
                ? null
                : new Grant(Id, grantee, grantor, Right)
                {
                    Audience = Audience,
                    Terms = (Terms ?? []).ToHashSet(StringComparer.Ordinal),
                    Scope = new GrantScope(model, thing),
                    From = From,
                    To = To,
                    Delegable = Delegable,
                };

        private static bool Reads(string? text, out ThingId? id)
        {
            id = ThingId.TryParse(text, out var read) ? read : null;
            return text is null || id is not null;
        }
    }
}
