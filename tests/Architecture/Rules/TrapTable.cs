using System.Text.RegularExpressions;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Each trap in docs/reference/health-traps.md names the tests that hold it, and those tests exist.</summary>
public sealed partial class TrapTable : IRule
{
    private const string Page = "docs/reference/health-traps.md";

    public string Remedy => "Name existing tests in the last column: \"| trap | what is done | `ClassName.Method` |\".";

    public IEnumerable<string> Violations(SourceTree tree)
    {
        var text = tree.Files.FirstOrDefault(file => file.Path == Page)?.Text ?? "";
        var classes = tree.CSharp.Where(file => file.IsIn("tests")).ToLookup(file => file.Name[..^3], file => file.Text, StringComparer.Ordinal);
        foreach (var row in text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| trap |", StringComparison.Ordinal)))
        {
            var named = TestName().Matches(row);
            if (named.Count == 0) yield return $"{Page}: no test: {row}";
            foreach (var name in named.Where(name => !classes[name.Groups[1].Value].Any(file => file.Contains($" {name.Groups[2].Value}(", StringComparison.Ordinal)))) yield return $"{Page}: {name.Value}";
        }
    }

    [GeneratedRegex("`([A-Za-z]+Tests)\\.([A-Za-z0-9_]+)`")]
    private static partial Regex TestName();
}
