using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Keys;

/// <summary>The two ways between a <c>did:web</c> identifier and the https address of its document (did:web method specification).</summary>
public static class DidWeb
{
    /// <summary>How every such identifier begins.</summary>
    public const string Prefix = "did:web:";

    private const string RootPath = "/.well-known/did.json";
    private const string Document = "/did.json";

    /// <summary>Address of the document: <c>did:web:a.example:b</c> is at <c>https://a.example/b/did.json</c>.</summary>
    /// <exception cref="ProblemException">Not a did:web identifier.</exception>
    public static Uri ToUrl(string did)
    {
        string[] parts = did.StartsWith(Prefix, StringComparison.Ordinal) ? did[Prefix.Length..].Split(':') : [];
        Refusal.Unless(parts.Length > 0 && parts.All(IsPart), CommonProblems.InvalidIdentifier, $"\"{did}\" is not a did:web identifier.");
        var authority = Uri.UnescapeDataString(parts[0]);
        var path = parts.Length == 1 ? RootPath : $"/{string.Join('/', parts[1..])}{Document}";
        Refusal.Unless(
            Uri.TryCreate($"https://{authority}{path}", UriKind.Absolute, out var url)
                && string.Equals(url.IsDefaultPort ? url.Host : $"{url.Host}:{url.Port}", authority, StringComparison.OrdinalIgnoreCase)
                && string.Equals(url.AbsolutePath, path, StringComparison.Ordinal),
            CommonProblems.InvalidIdentifier,
            $"\"{did}\" does not name a host.");
        return url!;
    }

    /// <summary>Identifier of a document's address.</summary>
    /// <exception cref="ProblemException">Not https, or not the address of a <c>did.json</c>.</exception>
    public static string FromUrl(Uri url)
    {
        var path = url.AbsolutePath;
        Refusal.Unless(
            url.Scheme == Uri.UriSchemeHttps && url.Query.Length == 0 && url.Fragment.Length == 0 && path.EndsWith(Document, StringComparison.Ordinal),
            CommonProblems.InvalidIdentifier,
            $"{url} is not the https address of a did.json.");
        var host = url.IsDefaultPort ? url.Host : $"{url.Host}%3A{url.Port}";
        return string.Equals(path, RootPath, StringComparison.Ordinal)
            ? Prefix + host
            : $"{Prefix}{host}{path[..^Document.Length].Replace('/', ':')}";
    }

    private static bool IsPart(string part) =>
        part.Length > 0 && part is not "." and not ".." && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '%');
}
