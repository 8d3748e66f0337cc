using Voltloop.Core.Problems;

namespace Voltloop.App.Hosting;

/// <summary>Named errors of the transport.</summary>
public static class TransportProblems
{
    /// <summary>The certificate cannot be read, has no key, or is not valid now.</summary>
    public static readonly ProblemKind BadCertificate = new("bad-certificate", "The certificate cannot be used.", 500, 2);

    /// <summary>The request came in a version of HTTP that is not taken here.</summary>
    public static readonly ProblemKind HttpVersion = new("http-version-refused", "This version of HTTP is not taken.", 505, 2);
}
