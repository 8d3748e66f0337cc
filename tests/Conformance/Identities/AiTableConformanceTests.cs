using System.Text.RegularExpressions;
using Voltloop.Core.Identities;

namespace Voltloop.Tests.Conformance.Identities;

/// <summary>Our table of application identifiers states the same facts as the GS1 Barcode Syntax Dictionary.</summary>
[Trait("Requirement", "18219-1")]
public sealed partial class AiTableConformanceTests
{
    [Fact]
    public void The_table_has_every_AI_of_the_dictionary_and_no_other() =>
        AiTable.All.Select(a => a.Ai).Order(StringComparer.Ordinal)
            .ShouldBe(Entries().Select(e => e.Ai).Order(StringComparer.Ordinal));

    [Fact]
    public void Places_and_company_of_every_AI_agree()
    {
        foreach (var (ai, flags, words) in Entries())
        {
            var ours = AiTable.Get(ai);
            ours.IsAttribute.ShouldBe(flags.Contains('?'), ai);
            AiTable.HasPredefinedLength(ai).ShouldBe(flags.Contains('*'), ai);
            Rules(ours).ShouldBe(words.Where(w => w.StartsWith("req=", StringComparison.Ordinal)).Select(w => w[4..]), ai);
            ours.Excludes.ShouldBe(words.Where(w => w.StartsWith("ex=", StringComparison.Ordinal)).SelectMany(w => w[3..].Split(',')), ai);
            Sequences(ours).ShouldBe(words.FirstOrDefault(w => w.StartsWith("dlpkey", StringComparison.Ordinal)), ai);
        }
    }

    [Fact]
    public void Alphabet_and_length_of_every_component_agree()
    {
        foreach (var (ai, _, words) in Entries())
        {
            var theirs = words.Select(w => Component().Match(w)).Where(m => m.Success).Select(m => m.Value.Split(',')[0].ToLowerInvariant());
            AiTable.Get(ai).Components.Select(Spell).ShouldBe(theirs, ai);
        }
    }

    private static string Spell(AiComponent component)
    {
        var length = component.Min == component.Max ? $"{component.Max}" : $"..{component.Max}";
        return component.Optional ? $"[{component.Type}{length}]" : $"{component.Type}{length}";
    }

    private static IEnumerable<string> Rules(ApplicationIdentifier ai) =>
        ai.Requires.Select(rule => string.Join(',', rule.Select(a => string.Join('+', a))));

    private static string? Sequences(ApplicationIdentifier ai)
    {
        if (ai.Qualifiers is not { } sequences) return null;
        return sequences.Count == 0 ? "dlpkey" : "dlpkey=" + string.Join('|', sequences.Select(s => string.Join(',', s)));
    }

    private static List<(string Ai, string Flags, string[] Words)> Entries()
    {
        var lines = File.ReadAllLines(SharedData.Require("passport/vectors/gs1/gs1-syntax-dictionary.txt"));
        return [.. lines.Where(l => l.Length > 0 && l[0] != '#').SelectMany(Expand)];
    }

    private static IEnumerable<(string Ai, string Flags, string[] Words)> Expand(string line)
    {
        var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var range = words[0].Split('-');
        var flags = words[1].All(c => c is '*' or '?') ? words[1] : "";
        for (var ai = int.Parse(range[0]); ai <= int.Parse(range[^1]); ai++)
            yield return (ai.ToString().PadLeft(range[0].Length, '0'), flags, words[1..]);
    }

    [GeneratedRegex(@"^\[?[NXYZ](\.\.)?[0-9]+\]?(,[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Component();
}
