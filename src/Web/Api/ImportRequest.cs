using Voltloop.Core.Identities;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Api;

/// <summary>Query parameters of an import.</summary>
/// <param name="Name">File name, for messages.</param>
/// <param name="Thing">Battery a file without identifiers is about.</param>
/// <param name="Model">Model to give to batteries that the import creates.</param>
/// <param name="Issuer">Who claims the facts.</param>
/// <param name="Preview">True to say what would change and write nothing.</param>
/// <param name="Strict">True to refuse files with warnings.</param>
/// <param name="SkipBadRows">True to write the good rows of a table although others are bad; otherwise all or none.</param>
public sealed record ImportRequest(string? Name, string? Thing, string? Model, string? Issuer, bool? Preview, bool? Strict, bool? SkipBadRows)
{
    /// <summary>The options behind the parameters.</summary>
    /// <param name="now">Moment of the import (UTC).</param>
    /// <param name="actor">Who speaks when the request names no issuer.</param>
    public ImportOptions ToOptions(DateTimeOffset now, Actor actor) => new(Issuer ?? IssuerOf(actor), now)
    {
        Thing = Thing is null ? null : ThingId.Parse(Thing),
        Model = Model is null ? null : ThingId.Parse(Model),
        Strict = Strict ?? false,
        SkipBadRows = SkipBadRows ?? false,
    };

    /// <summary>Whom an actor speaks for; the desk keeps the name it had before there were operators.</summary>
    public static string IssuerOf(Actor actor) => actor.Authentication is "desk" or "house" ? "urn:voltloop:local" : actor.Operator?.Value ?? "urn:voltloop:local";
}
