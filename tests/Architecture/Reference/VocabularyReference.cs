using Voltloop.Record.Terms;

namespace Voltloop.Tests.Architecture.Reference;

/// <summary>Every term, from the table.</summary>
internal static class VocabularyReference
{
    public static string Write()
    {
        var page = new MarkdownPage("Vocabulary", "Every term that a statement can carry. *Point* is the point of Annex XIII of Regulation (EU) 2023/1542 that decides who may read it (0: only who answers for the thing); *kept on* says whether models or items carry it.");
        foreach (var group in Vocabulary.Load().Terms.GroupBy(t => t.Group))
        {
            page.Heading(2, group.Key);
            page.Table(["term", "name", "type", "unit", "point", "changes", "kept on", "meaning"], group.Select(Row));
        }

        return page.ToString();
    }

    private static string[] Row(Term term) =>
        [$"`{term.Id}`", term.Label, term.Type.ToString().ToLowerInvariant(), term.Unit ?? "", $"{term.AccessPoint}", term.Dynamic ? "in use" : "", term.Granularity.ToString().ToLowerInvariant(), term.Description ?? ""];
}
