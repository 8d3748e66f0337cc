using Voltloop.Core.Problems;
using Voltloop.Record.Signing;

namespace Voltloop.App.Preservation;

/// <summary>Where the primary is, and the key this node shows there. The key stands beside the store, readable by its owner only, so that no backup holds it.</summary>
/// <param name="Url">Address.</param>
/// <param name="Key">API key; <c>null</c> for a primary on this desk.</param>
internal sealed record PrimaryAddress(Uri Url, string? Key)
{
    private const string FileName = "primary.key";

    /// <summary>Checks an address: what travels holds hashes of passwords, so it is encrypted unless it stays on this machine.</summary>
    /// <exception cref="ProblemException">No http address, or plain http to another machine.</exception>
    public static PrimaryAddress Of(string url, string? key)
    {
        var isHttp = Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (!isHttp)
        {
            throw new ProblemException(CommonProblems.BadRequest, $"\"{url}\" is not an http address.", "url");
        }

        return address!.Scheme == Uri.UriSchemeHttps || address.IsLoopback
            ? new PrimaryAddress(address, key)
            : throw new ProblemException(CommonProblems.BadRequest, "A record is replicated over https only; plain http is taken on this machine.", "url");
    }

    /// <summary>Keeps the key.</summary>
    public void Keep(string directory)
    {
        var path = PathIn(directory);
        if (Key is null)
        {
            File.Delete(path);
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(Key);
    }

    /// <summary>The key that was kept; <c>null</c> for none.</summary>
    public static string? KeptKey(string directory) => File.Exists(PathIn(directory)) ? File.ReadAllText(PathIn(directory)).Trim() : null;

    private static string PathIn(string directory) => Path.Combine(directory, NodeKeys.FolderName, FileName);
}
