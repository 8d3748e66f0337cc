namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>Programs of the machine that some formats need.</summary>
internal static class Tools
{
    public static bool HasMdbExport { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "mdb-export")));
}
