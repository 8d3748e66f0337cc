using Voltloop.Core.Problems;
using Voltloop.Record.Terms;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.CheckKeyEvents;

/// <summary>Reads the tables of key events that stand beside the program.</summary>
internal static class KeyEventTables
{
    private const string Folder = "key-events";

    /// <summary>The key events with their rules.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static KeyEventVocabulary Load() => KeyEventVocabulary.Read(Rows("keyEvents.csv"), Rows("keyEventRules.csv"));

    /// <summary>Rows of a table.</summary>
    public static IReadOnlyList<CsvRow> Rows(string name) => CsvTable.Read(Path.Combine(AppContext.BaseDirectory, Folder, name));
}
