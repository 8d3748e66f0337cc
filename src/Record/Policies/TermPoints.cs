using System.Text.Json;
using Voltloop.Record.Terms;

namespace Voltloop.Record.Policies;

/// <summary>
/// To which point of Annex XIII a term belongs today and belonged before. The past comes from the record itself, where
/// every change of the table is stated, so that opening a term does not open what was recorded while it was closed.
/// </summary>
public sealed class TermPoints
{
    private readonly IVocabulary _vocabulary;
    private volatile IReadOnlyList<(DateTimeOffset From, IReadOnlyDictionary<string, int> Points)> _earlier = [];

    /// <summary>Takes today's table.</summary>
    public TermPoints(IVocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>Point of a term in today's table; <see cref="AccessTerms.HousePoint"/> for a term that is not in it.</summary>
    public int Today(string term) => _vocabulary.Find(term)?.AccessPoint ?? AccessTerms.HousePoint;

    /// <summary>Point of a term when a value was recorded; today's by the oldest table known when it is older than that; today's when the record states no table.</summary>
    public int At(string term, DateTimeOffset recordedAt)
    {
        var tables = _earlier;
        for (var i = tables.Count - 1; i >= 0; i--)
        {
            if (tables[i].From <= recordedAt || i == 0) return tables[i].Points.GetValueOrDefault(term, Today(term));
        }

        return Today(term);
    }

    /// <summary>Whether the record states the table of today as the newest one.</summary>
    public bool IsStated { get; private set; }

    /// <summary>Today's table as a value to state.</summary>
    public string ToJson() => JsonSerializer.Serialize(_vocabulary.Terms.OrderBy(t => t.Id, StringComparer.Ordinal).ToDictionary(t => t.Id, t => t.AccessPoint, StringComparer.Ordinal));

    /// <summary>Takes the tables that were in force before, oldest first.</summary>
    public void Remember(IReadOnlyList<(DateTimeOffset From, string Json)> tables)
    {
        IsStated = tables.Count > 0 && string.Equals(tables[^1].Json, ToJson(), StringComparison.Ordinal);
        _earlier = [.. tables.Select(t => (t.From, (IReadOnlyDictionary<string, int>)JsonSerializer.Deserialize<Dictionary<string, int>>(t.Json)!))];
    }
}
