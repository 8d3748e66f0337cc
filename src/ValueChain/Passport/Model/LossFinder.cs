using System.Text.Json;

namespace Voltloop.Passport.Model;

/// <summary>Compares a passport with what a dialect can carry.</summary>
internal static class LossFinder
{
    private const string KeptElements = "extension";

    /// <summary>The report for writing a passport in a dialect.</summary>
    public static LossReport Find(Dialect dialect, PassportView view)
    {
        var entries = view.Entries.ToList();
        var lost = entries.Select(entry => Lost(dialect, entry)).OfType<LostTerm>().ToList();
        var gone = lost.Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        var incomplete = entries.Where(entry => !gone.Contains(entry.Term.Id)).Select(entry => Incomplete(dialect, entry)).OfType<LostTerm>().ToList();
        return new LossReport(dialect.Id, entries.Count - lost.Count, lost, incomplete);
    }

    private static LostTerm? Lost(Dialect dialect, PassportEntry entry)
    {
        if (string.Equals(entry.Term.Id, dialect.ExtensionTerm, StringComparison.Ordinal)) return OfOtherVersion(dialect, entry);
        if (!dialect.Rows.TryGetValue(entry.Term.Id, out var row))
        {
            return entry.Term.Id.StartsWith(KeptElements, StringComparison.Ordinal)
                ? Say(entry, "other-format", "holds elements that came in another format and that only that format knows")
                : Say(entry, "no-element", "the format has no element for it");
        }

        return ValueWriter.Write(row, Dated(entry)) is null
            ? Say(entry, "other-shape", "the value does not have the form of the format's element")
            : null;
    }

    private static LostTerm? OfOtherVersion(Dialect dialect, PassportEntry entry)
    {
        var kept = entry.Recorded.Statement.Value.AsElement();
        if (kept.ValueKind != JsonValueKind.Object || !kept.TryGetProperty("dialect", out var of) || of.ValueEquals(dialect.Id)) return null;
        return Say(entry, "other-format", $"holds elements that came as {of} and that only that version knows");
    }

    private static LostTerm? Incomplete(Dialect dialect, PassportEntry entry)
    {
        if (!dialect.Rows.TryGetValue(entry.Term.Id, out var row)) return null;
        var text = entry.Recorded.Statement.Value.AsText();
        if (row.Form == MappingForm.Value && row.Words.Count > 0 && text is not null && !row.Words.Any(word => string.Equals(word.Value, text, StringComparison.Ordinal)))
            return Say(entry, "word-unknown", $"\"{text}\" is not in the format's list; it is written as it is");
        return entry.Term.Dynamic && row.Form is not MappingForm.Timed
            ? Say(entry, "moment-dropped", "the element says no moment from which the value holds")
            : null;
    }

    private static DatedValue Dated(PassportEntry entry) => new(entry.Recorded.Statement.Value, entry.Recorded.Statement.ValidFrom);

    private static LostTerm Say(PassportEntry entry, string code, string reason) => new(entry.Term.Id, entry.Term.Label, code, reason);
}
