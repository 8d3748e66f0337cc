using Voltloop.Core.Identities;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>A grant, as the API takes and shows it.</summary>
public sealed record GrantResource(string Grantee, AccessRight Right = AccessRight.Read)
{
    /// <summary>Name of the grant; given by the server.</summary>
    public string? Id { get; init; }

    /// <summary>Who gave it; the actor.</summary>
    public string? Grantor { get; init; }

    /// <summary>Only what this audience reads.</summary>
    public string? Audience { get; init; }

    /// <summary>Only these terms.</summary>
    public IReadOnlyList<string>? Terms { get; init; }

    /// <summary>Only this model and its items.</summary>
    public string? Model { get; init; }

    /// <summary>Only this thing.</summary>
    public string? Thing { get; init; }

    /// <summary>From when on (UTC).</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when (UTC).</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether the grantee may pass it on.</summary>
    public bool Delegable { get; init; }

    /// <summary>The request behind a body.</summary>
    public GrantRequest ToRequest() => new(ThingId.Parse(Grantee), Right)
    {
        Audience = Audience,
        Terms = Terms ?? [],
        Scope = new GrantScope(Read(Model), Read(Thing)),
        From = From,
        To = To,
        Delegable = Delegable,
    };

    /// <summary>Shows a grant.</summary>
    public static GrantResource Of(Grant grant) => new(grant.Grantee.Value, grant.Right)
    {
        Id = grant.Id,
        Grantor = grant.Grantor.Value,
        Audience = grant.Audience,
        Terms = grant.Terms.Count == 0 ? null : [.. grant.Terms.Order(StringComparer.Ordinal)],
        Model = grant.Scope.Model?.Value,
        Thing = grant.Scope.Thing?.Value,
        From = grant.From,
        To = grant.To,
        Delegable = grant.Delegable,
    };

    private static ThingId? Read(string? text) => text is null ? null : ThingId.Parse(text);
}
