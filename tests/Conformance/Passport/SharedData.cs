namespace Voltloop.Tests.Conformance.Passport;

/// <summary>Finds the official samples and schemas, which are not part of this repository.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>Bytes of a file below <c>shared/data/passport</c>; skips the test when it is not there.</summary>
    public static byte[] Read(string path)
    {
        var file = Root is null ? null : Path.Combine(Root, path);
        Assert.SkipUnless(file is not null && File.Exists(file), $"The official file {path} is not on this machine (set VOLTLOOP_SHARED).");
        return File.ReadAllBytes(file!);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("VOLTLOOP_SHARED") is { Length: > 0 } given) return Path.Combine(given, "data", "passport");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "data", "passport");
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
