namespace Voltloop.Passport.Model;

/// <summary>What a model brings into the check of its items.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Category">Category it states.</param>
/// <param name="Own">All terms it states.</param>
/// <param name="Shared">Those of them that items resolve.</param>
internal sealed record FleetModel(string Id, string Label, string? Category, IReadOnlySet<string> Own, IReadOnlySet<string> Shared)
{
    /// <summary>Whether its own gaps count, not only what it brings into its items.</summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>Terms that may be stated on it and cannot be seen; <c>null</c> for none.</summary>
    public IReadOnlySet<string>? Hidden { get; init; }
}
