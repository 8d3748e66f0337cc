using System.CommandLine;

namespace Voltloop.App.Hosting;

/// <summary>Options that every verb understands.</summary>
public sealed class GlobalOptions
{
    /// <summary>Where the embedded store lives.</summary>
    public Option<DirectoryInfo?> Data { get; } = new("--data")
    {
        Description = "Directory of the embedded store. Default: $VOLTLOOP_DATA, else .voltloop in the current directory.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Machine-readable output.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON document to standard output instead of text for people.",
        Recursive = true,
    };

    /// <summary>The directory that a command line asks for.</summary>
    public string Directory(ParseResult parsed) => Path.GetFullPath(
        parsed.GetValue(Data)?.FullName ?? Environment.GetEnvironmentVariable("VOLTLOOP_DATA") ?? ".voltloop");
}
