namespace Voltloop.Bench;

/// <summary>A folder that goes with the measurement.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("voltloop-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
