using System.Text.RegularExpressions;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Each rule in ARCHITECTURE.md names the test that holds it, and that test exists.</summary>
public sealed partial class NamedTests : IRule
{
    public string Remedy => "Name an existing test class after the arrow: \"- rule → `ClassName`\".";

    public IEnumerable<string> Violations(SourceTree tree)
    {
        var text = tree.Files.FirstOrDefault(file => file.Path == "ARCHITECTURE.md")?.Text ?? "";
        string[] rules = [.. Section().Match(text).Groups[1].Value.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal))];
        var classes = tree.CSharp.Where(file => file.IsIn("tests")).Select(file => file.Name[..^3]).ToHashSet(StringComparer.Ordinal);
        if (rules.Length == 0)
        {
            yield return "ARCHITECTURE.md has no list under the heading \"Rules\"";
        }

        foreach (var rule in rules.Where(rule => !TestName().Matches(rule).Any(match => classes.Contains(match.Groups[1].Value))))
        {
            yield return $"ARCHITECTURE.md: {rule}";
        }
    }

    [GeneratedRegex(@"## Rules[^\n]*\n(.*?)(\n## |\z)", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex TestName();
}
