using Voltloop.Core.Identities;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Policies;

/// <summary>Finds what points at a document, so that its access follows from the statements that do.</summary>
public interface IDocumentReferences
{
    /// <summary>Statements whose value names the document, at most <paramref name="limit"/>, past ones included.</summary>
    IReadOnlyList<RecordedStatement> ReferencesTo(string sha256, int limit);

    /// <summary>Things with a series that was read from the document.</summary>
    IReadOnlyList<ThingId> SeriesFrom(string sha256, int limit);
}
