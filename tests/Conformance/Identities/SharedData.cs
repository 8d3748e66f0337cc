namespace Voltloop.Tests.Conformance.Identities;

/// <summary>Finds the shared data beside the repository; tests skip with a reason when it is absent.</summary>
internal static class SharedData
{
    public static string Require(string relative)
    {
        var path = Roots().Select(root => Path.Combine(root, relative)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(path is not null, $"shared/data/{relative} is not on this machine; set VOLTLOOP_SHARED to its folder");
        return path!;
    }

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("VOLTLOOP_SHARED") is { Length: > 0 } set) yield return set;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared", "data");
    }
}
