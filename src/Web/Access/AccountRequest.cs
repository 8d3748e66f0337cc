using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>An account to make.</summary>
/// <param name="Name">Name to sign in with.</param>
/// <param name="Password">Password.</param>
public sealed record AccountRequest(string Name, string Password)
{
    /// <summary>Operator it acts for; the keeper of the store when not given.</summary>
    public string? Operator { get; init; }

    /// <summary>Audiences it reads for.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>What it may do; the first account runs the store, others read.</summary>
    public ActorRoles? Roles { get; init; }
}
