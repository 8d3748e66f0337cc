using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Voltloop.Web.Assets;

/// <summary>
/// The static files of the shell, read once from <c>wwwroot</c> beside the executable. Their addresses carry a hash of the
/// content, so that browsers may keep them for ever.
/// </summary>
public sealed class AssetCatalog
{
    /// <summary>Path that the addresses of assets start with.</summary>
    public const string Prefix = "/assets";

    private const string Forever = "public, max-age=31536000, immutable";
    private const string Recheck = "no-cache";
    private readonly Dictionary<string, Asset> _assets;

    /// <summary>Reads the files in <c>wwwroot</c> beside the executable.</summary>
    public AssetCatalog()
        : this(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
    {
    }

    /// <summary>Reads the files in a folder; those in <c>dist</c> are named without it.</summary>
    public AssetCatalog(string root) =>
        _assets = Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(path => Read(root, path)).ToDictionary(a => a.Name, StringComparer.Ordinal)
            : [];

    /// <summary>Names of all assets.</summary>
    public IReadOnlyCollection<string> Names => _assets.Keys;

    /// <summary>Address of an asset with the hash of its content, for example <c>/assets/app.css?v=0a1b2c3d4e5f</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such asset, because the client was not built.</exception>
    public string Url(string name) => _assets.TryGetValue(name, out var asset)
        ? $"{Prefix}/{asset.Name}?v={asset.Hash}"
        : throw new InvalidOperationException($"The asset \"{name}\" is not in wwwroot beside the executable: build src/Web first.");

    internal async Task ServeAsync(HttpContext http, string name)
    {
        if (!_assets.TryGetValue(name, out var asset))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var tag = $"\"{asset.Hash}\"";
        var headers = http.Response.Headers;
        headers.CacheControl = string.Equals(http.Request.Query["v"], asset.Hash, StringComparison.Ordinal) ? Forever : Recheck;
        headers.ETag = tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (http.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await SendAsync(http, asset);
    }

    private static async Task SendAsync(HttpContext http, Asset asset)
    {
        var brotli = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal) ? asset.Brotli : null;
        var body = brotli ?? asset.Bytes;
        if (brotli is not null)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        http.Response.ContentType = asset.ContentType;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private static Asset Read(string root, string path)
    {
        var name = Path.GetRelativePath(root, path).Replace('\\', '/');
        return new Asset(name.StartsWith("dist/", StringComparison.Ordinal) ? name[5..] : name, File.ReadAllBytes(path));
    }
}
