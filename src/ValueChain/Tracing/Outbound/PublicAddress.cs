using System.Net;
using System.Net.Sockets;

namespace Voltloop.Tracing.Outbound;

/// <summary>Tells addresses of the Internet from those of this machine and its networks (IANA special-purpose registries).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8");

    // Not among them: link-local addresses, where clouds keep the credentials of a machine.
    private static readonly IPNetwork[] Inside = Networks("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    /// <summary>Whether an address belongs to nobody but a host of the Internet.</summary>
    public static bool IsPublic(IPAddress address) => Plain(address) is { AddressFamily: AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 } plain && !IsIn(Special, plain);

    /// <summary>Whether an address belongs to this machine or to a private network.</summary>
    public static bool IsInside(IPAddress address) => IsIn(Inside, Plain(address));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsIn(IPNetwork[] networks, IPAddress plain) =>
        Array.Exists(networks, network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));

    private static IPNetwork[] Networks(params string[] all) => [.. all.Select(IPNetwork.Parse)];
}
