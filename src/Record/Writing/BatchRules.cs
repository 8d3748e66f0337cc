using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Things;

namespace Voltloop.Record.Writing;

/// <summary>
/// The rules a batch must keep whatever the record holds: the border that every adapter's writer checks first.
/// What depends on the record (unknown things, contradictions) is the adapter's to check.
/// </summary>
public static class BatchRules
{
    /// <summary>Checks a batch.</summary>
    /// <exception cref="ProblemException">A rule is broken; the location names the place in the batch.</exception>
    public static void Check(WriteBatch batch)
    {
        CheckTotals(batch);
        Each(batch.Things, "things", CheckThing);
        Each(batch.Documents, "documents", CheckDocument);
        Each(batch.Series, "series", SeriesRules.Check);
        Each(batch.Assertions, "assertions", StatementRules.Check);
    }

    private static void CheckTotals(WriteBatch batch)
    {
        Rule.Limit(batch.Things.Count, WriteLimits.MaxThings, "things in a batch", "/things");
        Rule.Limit(batch.Assertions.Sum(a => (long)a.Statements.Count), WriteLimits.MaxStatements, "statements in a batch", "/assertions");
        Rule.Limit(batch.Series.Sum(Samples), WriteLimits.MaxSamples, "samples in a batch", "/series");
    }

    private static long Samples(SeriesAppend append) => append.Columns.Sum(c => (long)c.Length);

    private static void Each<T>(IReadOnlyList<T> items, string name, Action<T, string> check)
    {
        for (var i = 0; i < items.Count; i++)
        {
            check(items[i], $"/{name}/{i}");
        }
    }

    private static void CheckThing(Thing thing, string at)
    {
        CheckId(thing.Id, at);
        Rule.Require(Enum.IsDefined(thing.Kind), $"There is no kind {(int)thing.Kind}.", at);
        Rule.Text(thing.Label, WriteLimits.MaxLabelLength, "label", at);
        Rule.Require(thing.Model is null || thing.Kind != ThingKind.Model, "A model has no model.", at);
        Rule.Limit(thing.Aliases.Count, WriteLimits.MaxAliases, "aliases of a thing", at);
        foreach (var alias in thing.Aliases)
        {
            Rule.Name(alias, WriteLimits.MaxLabelLength, "alias", at);
        }
    }

    /// <summary>An identifier must identify something.</summary>
    internal static void CheckId(ThingId id, string at)
    {
        if (id.Value.Length == 0)
        {
            throw new ProblemException(CommonProblems.InvalidIdentifier, "The identifier is empty.", at);
        }

        Rule.Name(id.Value, ThingId.MaxLength, "identifier", at);
    }

    private static void CheckDocument(DocumentContent document, string at)
    {
        Rule.Name(document.Name, WriteLimits.MaxTextLength, "name", at);
        Rule.Name(document.MediaType, WriteLimits.MaxNameLength, "media type", at);
        Rule.Limit(document.Bytes.Length, WriteLimits.MaxDocumentBytes, "bytes of a document", at);
    }
}
