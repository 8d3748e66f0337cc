namespace Voltloop.Tests.Architecture;

/// <summary>The files a rule looks at: the real tree, or a small made-up one that proves that the rule can fail.</summary>
public sealed class SourceTree(IReadOnlyList<SourceFile> files)
{
    private static readonly string[] Skipped = ["/bin/", "/obj/", "/node_modules/", "/artifacts/", "/.git/", "/wwwroot/dist/", "/.voltloop/"];

    public IReadOnlyList<SourceFile> Files { get; } = files;

    public IEnumerable<SourceFile> CSharp => Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    public IEnumerable<SourceFile> Production => CSharp.Where(file => file.IsIn("src"));

    public IEnumerable<SourceFile> Projects => Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Root { get; } = FindRoot();

    public static SourceTree Of(params (string Path, string Text)[] files) =>
        new([.. files.Select(file => new SourceFile(file.Path, file.Text))]);

    /// <summary>Reads what the rules need: sources, projects and prose.</summary>
    public static SourceTree Load() => new([.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(path => (Full: path, Path: System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/')))
        .Where(file => !Skipped.Any(part => ("/" + file.Path).Contains(part, StringComparison.Ordinal)))
        .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".csproj", StringComparison.Ordinal)
            || file.Path.EndsWith(".md", StringComparison.Ordinal) || file.Path.EndsWith(".razor", StringComparison.Ordinal))
        .Select(file => new SourceFile(file.Path, File.ReadAllText(file.Full)))]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Voltloop.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Voltloop.slnx is not above the test assembly.");
    }
}
