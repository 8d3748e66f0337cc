using System.Text.RegularExpressions;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Each rule in ARCHITECTURE.md and each threat in SECURITY.md names the test that holds it, and that test exists.</summary>
public sealed partial class NamedTests : IRule
{
    public string Remedy => "Name an existing test class after the arrow: \"- rule → `ClassName`\"; in SECURITY.md in the last column.";

    public IEnumerable<string> Violations(SourceTree tree)
    {
        var classes = tree.CSharp.Where(file => file.IsIn("tests")).Select(file => file.Name[..^3]).ToHashSet(StringComparer.Ordinal);
        string[] rules = [.. Section().Match(Text(tree, "ARCHITECTURE.md")).Groups[1].Value.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];
        if (rules.Length == 0)
        {
            yield return "ARCHITECTURE.md has no list under the heading \"Rules\"";
        }

        foreach (var rule in rules.Where(rule => !TestName().Matches(rule).Any(match => classes.Contains(match.Groups[1].Value))))
        {
            yield return $"ARCHITECTURE.md: {rule}";
        }

        foreach (var threat in Threats().Match(Text(tree, "SECURITY.md")).Groups[1].Value.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
        {
            string[] named = [.. TestName().Matches(threat.TrimEnd(' ', '|').Split('|')[^1]).Select(match => match.Groups[1].Value)];
            if (named.Length == 0 || named.Any(name => !classes.Contains(name))) yield return $"SECURITY.md: {threat}";
        }
    }

    private static string Text(SourceTree tree, string path) => tree.Files.FirstOrDefault(file => file.Path == path)?.Text ?? "";

    [GeneratedRegex(@"## Rules[^\n]*\n(.*?)(\n## |\z)", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"## Threats[^\n]*\n(.*?)(\n## |\z)", RegexOptions.Singleline)]
    private static partial Regex Threats();

    [GeneratedRegex("`([A-Za-z0-9]+)`")]
    private static partial Regex TestName();
}
