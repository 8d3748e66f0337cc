using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Policies;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.Model;

/// <summary>
/// A passport: what one audience may read of a thing and its model, as valid and as known at a moment; the item's own
/// statement wins. It is composed when all of it is asked for; one term is looked up alone.
/// </summary>
public sealed class PassportView
{
    private readonly PassportSource _source;
    private readonly Vocabulary _vocabulary;
    private readonly AudienceRule _audience;
    private IReadOnlyList<PassportSection>? _sections;

    private PassportView(PassportSource source, Vocabulary vocabulary, AudienceRule audience) => (_source, _vocabulary, _audience) = (source, vocabulary, audience);

    /// <summary>The item or model.</summary>
    public Thing Thing => _source.Thing;

    /// <summary>Who reads.</summary>
    public string Audience => _audience.Name;

    /// <summary>Moment of the view.</summary>
    public AsOf AsOf => _source.AsOf;

    /// <summary>Sections with at least one value, in the order of the vocabulary.</summary>
    public IReadOnlyList<PassportSection> Sections => _sections ??= Compose();

    /// <summary>All values, in order.</summary>
    public IEnumerable<PassportEntry> Entries => Sections.SelectMany(section => section.Entries);

    /// <summary>The value of a term, or <c>null</c>.</summary>
    public PassportEntry? Find(string term) =>
        _vocabulary.Find(term) is { } known && MayRead(known) ? Entry(known, Stated(_source.Own, term), Stated(_source.OfModel, term)) : null;

    /// <summary>Joins the statements of a thing with those of its model.</summary>
    internal static PassportView Of(PassportSource source, Vocabulary vocabulary, string audience) => new(source, vocabulary, vocabulary.Audiences.Get(audience));

    private List<PassportSection> Compose()
    {
        var own = _source.Own.ToDictionary(recorded => recorded.Statement.Term, StringComparer.Ordinal);
        var model = _source.OfModel.ToDictionary(recorded => recorded.Statement.Term, StringComparer.Ordinal);
        var entries = new List<PassportEntry>(own.Count + model.Count);
        foreach (var term in _vocabulary.Terms)
        {
            if (MayRead(term) && Entry(term, own.GetValueOrDefault(term.Id), model.GetValueOrDefault(term.Id)) is { } entry) entries.Add(entry);
        }

        return [.. entries.GroupBy(entry => entry.Term.Group, StringComparer.Ordinal).Select(group => new PassportSection(group.Key, [.. group]))];
    }

    private bool MayRead(Term term) => _audience.Points.Contains(term.AccessPoint);

    private static PassportEntry? Entry(Term term, RecordedStatement? own, RecordedStatement? ofModel)
    {
        if (own is not null) return new PassportEntry(term, own, FromModel: false);
        return term.Granularity == Granularity.Model && ofModel is not null ? new PassportEntry(term, ofModel, FromModel: true) : null;
    }

    // The record gives statements in the order of their terms.
    private static RecordedStatement? Stated(IReadOnlyList<RecordedStatement> statements, string term)
    {
        for (var (low, high) = (0, statements.Count - 1); low <= high;)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(statements[middle].Statement.Term, term);
            if (order == 0) return statements[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
