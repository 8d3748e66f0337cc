namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Files are at most 500 lines long.</summary>
public sealed class ShortFiles : IRule
{
    public const int Limit = 500;

    public string Remedy => $"One idea per file, {Limit} lines at most: move an idea to a file of its own.";

    public IEnumerable<string> Violations(SourceTree tree) =>
        from file in tree.CSharp
        let lines = file.Text.AsSpan().Count('\n')
        where lines > Limit
        select $"{file.Path} has {lines} lines";
}
