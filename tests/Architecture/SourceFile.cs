namespace Voltloop.Tests.Architecture;

/// <summary>One file of the tree: its path from the root, with forward slashes, and its text.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public bool HasFolder(string name) => Path.Contains($"/{name}/", StringComparison.Ordinal);
}
