namespace Voltloop.Tests.Unit.Health;

/// <summary>Finds files of the repository.</summary>
internal static class Repository
{
    public static readonly string Root = Up("Voltloop.slnx") ?? throw new InvalidOperationException("No repository above the tests.");

    public static string Sample(params string[] parts) => Path.Combine([Root, "samples", .. parts]);

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
