using Voltloop.Core.Identities;

namespace Voltloop.Web.Access;

/// <summary>Settings of access: section <c>Access</c> of <c>settings.json</c> in the data directory, or <c>VOLTLOOP_ACCESS__...</c> of the environment.</summary>
public sealed record AccessSettings
{
    /// <summary>Identifier of the operator who runs the store and answers for things that name no other (EN 18219).</summary>
    public string Operator { get; init; } = "did:web:localhost";

    /// <summary>Whether a visitor of a server that listens on loopback addresses only, without accounts, is the local operator.</summary>
    public bool Desk { get; init; } = true;

    /// <summary>How long a browser stays signed in, in hours.</summary>
    public double SessionHours { get; init; } = 12;

    /// <summary>Address under which browsers see this server, for example <c>https://passport.example.com</c>; that of the request when not given. Passkeys are bound to its host.</summary>
    public Uri? Url { get; init; }

    /// <summary>Wrong passwords before an account waits.</summary>
    public int MaxFailures { get; init; } = 5;

    /// <summary>How long an account waits after too many wrong passwords, in minutes.</summary>
    public double LockMinutes { get; init; } = 15;

    /// <summary>Longest life of an API key, in days.</summary>
    public int MaxKeyDays { get; init; } = 366;

    /// <summary>Requests an anonymous client may send at once; the address is kept in memory only.</summary>
    public int AnonymousBurst { get; init; } = 300;

    /// <summary>Requests per second an anonymous client may send in the long run.</summary>
    public int AnonymousPerSecond { get; init; } = 20;

    /// <summary>Requests a key or account may send at once.</summary>
    public int ActorBurst { get; init; } = 3000;

    /// <summary>Requests per second a key or account may send in the long run.</summary>
    public int ActorPerSecond { get; init; } = 200;

    /// <summary>Issuers whose tokens are taken.</summary>
    public IList<IssuerSettings> Issuers { get; init; } = [];

    /// <summary>Name of the section.</summary>
    public const string Section = "Access";

    /// <summary>The operator who runs the store.</summary>
    public ThingId Keeper => ThingId.Parse(Operator);
}
