using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>
/// Desk mode: on one's own machine nobody signs in. It needs a server that listens on loopback addresses only, a store
/// without accounts, and a request that names a loopback host and passed no proxy.
/// </summary>
/// <param name="server">Knows where it listens.</param>
/// <param name="accounts">Knows whether anybody can sign in.</param>
/// <param name="settings">May switch it off.</param>
public sealed class DeskMode(IServer server, IAccountStore accounts, AccessSettings settings)
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    private bool? _isLocal;

    /// <summary>Whether every address the server listens on is a loopback address.</summary>
    public bool ListensLocally
    {
        get
        {
            if (_isLocal is { } known) return known;
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            if (addresses.Count == 0) return false;
            _isLocal = addresses.All(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback);
            return _isLocal.Value;
        }
    }

    /// <summary>Whether a visitor on this machine is the local operator.</summary>
    public bool IsOpen => settings.Desk && ListensLocally && !accounts.HasAccounts;

    /// <summary>Whether this request comes from the desk. The host is looked at, because a foreign page can have its own name point here.</summary>
    public bool AppliesTo(HttpContext http) =>
        IsOpen && IsLoopbackHost(http.Request.Host.Host) && !Array.Exists(ProxyHeaders, http.Request.Headers.ContainsKey)
        && (http.Connection.RemoteIpAddress is not { } remote || System.Net.IPAddress.IsLoopback(remote));

    /// <summary>The local operator.</summary>
    public Actor Operator { get; } = Actor.Keeper(settings.Keeper, "local operator", "desk");

    private static bool IsLoopbackHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));
}
