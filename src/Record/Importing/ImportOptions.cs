using Voltloop.Core.Identities;

namespace Voltloop.Record.Importing;

/// <summary>What the person importing adds to the file.</summary>
/// <param name="Issuer">Who claims the facts in it.</param>
/// <param name="Now">Moment of the import (UTC).</param>
public sealed record ImportOptions(string Issuer, DateTimeOffset Now)
{
    /// <summary>The thing that a file without an identifier of its own is about.</summary>
    public ThingId? Thing { get; init; }

    /// <summary>Model to give to things that the import creates.</summary>
    public ThingId? Model { get; init; }

    /// <summary>Write the good rows of a table although others are bad, which are then reported; otherwise all or none.</summary>
    public bool SkipBadRows { get; init; }

    /// <summary>Treat warnings as errors.</summary>
    public bool Strict { get; init; }
}
