namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>Finds the official test vectors, which are read where they are and not copied.</summary>
internal static class SharedVectors
{
    private static readonly string? Root = Find();

    public static string Folder(params string[] parts)
    {
        Assert.SkipUnless(Root is not null, "The folder shared/data is not beside the repository, and VOLTLOOP_SHARED is not set.");
        return Path.Combine([Root!, "passport", "vectors", .. parts]);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("VOLTLOOP_SHARED") is { Length: > 0 } set)
        {
            return Directory.Exists(Path.Combine(set, "data")) ? Path.Combine(set, "data") : set;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "data")))
            {
                return Path.Combine(folder.FullName, "shared", "data");
            }
        }

        return null;
    }
}
