using System.Text.Json;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Grants and partners as values of statements. A row that cannot be read opens nothing.</summary>
internal static class ChainRows
{
    /// <summary>Grants as a list.</summary>
    public static string Write(IEnumerable<ChainGrant> grants) =>
        JsonSerializer.Serialize(grants.Select(grant => new GrantRow(grant.Id, grant.Thing, ChainWords.Of(grant.Direction), grant.Purpose) { Depth = grant.Depth, From = grant.From, To = grant.To }), FindingJson.Options);

    /// <summary>The grants of a list.</summary>
    public static IReadOnlyList<ChainGrant> ReadGrants(string grantee, string json) =>
        [.. (Read<GrantRow[]>(json) ?? []).Where(row => row is { Id: not null, Thing: not null, Purpose: not null, Direction: "up" or "down" })
            .Select(row => new ChainGrant(row.Id!, grantee, row.Thing!, ChainWords.Direction(row.Direction), row.Purpose!) { Depth = row.Depth, From = row.From, To = row.To })];

    /// <summary>A partner.</summary>
    public static string Write(ChainPartner partner) => JsonSerializer.Serialize(new PartnerRow(partner.Name, partner.Names), FindingJson.Options);

    /// <summary>The partner of a value.</summary>
    public static ChainPartner? ReadPartner(string did, string json) =>
        Read<PartnerRow>(json) is { Name: { } name } row ? new ChainPartner(did, name, row.Names ?? []) : null;

    private static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, FindingJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record GrantRow(string? Id, string? Thing, string? Direction, string? Purpose)
    {
        public int Depth { get; init; }

        public DateTimeOffset From { get; init; }

        public DateTimeOffset To { get; init; }
    }

    private sealed record PartnerRow(string? Name, IReadOnlyList<string>? Names);
}
