using System.Security.Authentication;
using Voltloop.Core.Problems;
using Voltloop.Web.Composition;

namespace Voltloop.App.Hosting;

/// <summary>Settings of the transport (EN 18216): section <c>Transport</c> of <c>settings.json</c> in the data directory, or <c>VOLTLOOP_TRANSPORT__...</c>.</summary>
public sealed record TransportSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Transport";

    /// <summary>Certificate for https addresses: a PEM file (with its chain, and its key unless <see cref="Key"/> is given) or a PFX file.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file of the certificate's private key, where it is not in the same file.</summary>
    public string? Key { get; init; }

    /// <summary>File with the password of the certificate's key in its first line.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Oldest version of TLS that is spoken: 1.2 or 1.3. The newest that both sides know is chosen.</summary>
    public string Tls { get; init; } = "1.2";

    /// <summary>Refuses HTTP/1.1 on https addresses, with 505 and a reason.</summary>
    public bool RequireHttp2 { get; init; }

    /// <summary>How long browsers keep to https (RFC 6797), in days; 0 for not saying so.</summary>
    public int HstsDays { get; init; } = 365;

    /// <summary>Versions of TLS that are spoken.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/>: neither 1.2 nor 1.3.</exception>
    public SslProtocols Protocols => Tls switch
    {
        "1.2" => SslProtocols.Tls12 | SslProtocols.Tls13,
        "1.3" => SslProtocols.Tls13,
        _ => throw new ProblemException(CommonProblems.BadRequest, $"\"{Tls}\" is not a version of TLS that is offered.", "tls", "Use 1.2 or 1.3 (EN 18216)."),
    };

    /// <summary>Reads the settings of a data directory.</summary>
    public static TransportSettings Load(string directory) => HouseSettings.Load(directory).Get<TransportSettings>(Section);
}
