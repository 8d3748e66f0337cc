using System.Net;
using Voltloop.Tracing.Outbound;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>Where events are delivered to: section <c>Tracing:Webhooks</c> of the settings.</summary>
internal sealed class WebhookOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Tracing:Webhooks";

    /// <summary>
    /// Whether receivers on this machine and in private networks are served. Whoever may subscribe could use the node to reach
    /// what only the node can reach, so usually not.
    /// </summary>
    public bool AllowPrivate { get; set; }

    /// <summary>Whether a receiver at an address is served.</summary>
    public bool IsOpen(IPAddress address) => PublicAddress.IsPublic(address) || (AllowPrivate && PublicAddress.IsInside(address));

    /// <summary>Whether an address of a receiver shows already that it will not be served; a name is looked up when something is delivered.</summary>
    public bool IsClosed(Uri dest) => dest.HostNameType switch
    {
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => !IsOpen(IPAddress.Parse(dest.IdnHost)),
        _ => dest.IsLoopback && !AllowPrivate,
    };
}
