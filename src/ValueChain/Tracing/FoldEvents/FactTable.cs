using Voltloop.Core.Problems;
using Voltloop.Record.Terms;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>The table of facts, as it stands beside the program.</summary>
/// <param name="Rules">Its rows.</param>
internal sealed record FactTable(IReadOnlyList<FactRule> Rules)
{
    /// <summary>Reads the table.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, also when a term is not in the vocabulary of the record.</exception>
    public static FactTable Load(KeyEventVocabulary vocabulary, IVocabulary terms)
    {
        var rows = KeyEventTables.Rows("keyEventFacts.csv");
        if (rows.FirstOrDefault(row => terms.Find(row.Text("term")) is null) is { } unknown) throw unknown.Bad("term", "is not in the vocabulary");
        return new FactTable(FactRule.Read(rows, vocabulary));
    }
}
