namespace Voltloop.Tests;

/// <summary>
/// Finds the official samples, schemas and data sets, which are not part of this repository: the folder that VOLTLOOP_SHARED
/// names, or <c>shared/data</c> beside a folder above. Tests skip with a reason when it is absent.
/// </summary>
internal static class SharedData
{
    /// <summary>The folder, or <c>null</c> where it is not installed.</summary>
    public static readonly string? Root = Candidates().FirstOrDefault(Directory.Exists);

    /// <summary>A file or folder below it; skips the test when it is not there.</summary>
    public static string Require(params string[] parts)
    {
        var path = Root is null ? null : Path.Combine([Root, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"shared/data/{string.Join('/', parts)} is not on this machine; set VOLTLOOP_SHARED to its folder.");
        return path!;
    }

    /// <summary>Bytes of a file below <c>shared/data/passport</c>.</summary>
    public static byte[] Passport(string path) => File.ReadAllBytes(Require("passport", path));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("VOLTLOOP_SHARED") is { Length: > 0 } set)
        {
            yield return Path.Combine(set, "data");
            yield return set;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data");
        }
    }
}
