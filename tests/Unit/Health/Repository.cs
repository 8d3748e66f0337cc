namespace Voltloop.Tests.Unit.Health;

/// <summary>Finds files of the repository and of the shared research data.</summary>
internal static class Repository
{
    public static readonly string Root = Up("Voltloop.slnx") ?? throw new InvalidOperationException("No repository above the tests.");

    /// <summary>Folder of the shared data, or <c>null</c> where it is not installed.</summary>
    public static readonly string? Shared = Environment.GetEnvironmentVariable("VOLTLOOP_SHARED") is { Length: > 0 } set
        ? Path.Combine(set, "data") : Up(Path.Combine("shared", "data")) is { } root ? Path.Combine(root, "shared", "data") : null;

    public static IReadOnlyList<string> Samples(string folder) => [.. Directory.GetFiles(Path.Combine(Root, "samples", folder), "*.csv").Order(StringComparer.Ordinal)];

    private static string? Up(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, name)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
