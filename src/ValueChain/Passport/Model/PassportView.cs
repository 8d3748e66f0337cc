using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Policies;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.Model;

/// <summary>A passport: what one audience may read of a thing and its model, as valid and as known at a moment.</summary>
/// <param name="Thing">The item or model.</param>
/// <param name="Audience">Who reads.</param>
/// <param name="AsOf">Moment of the view.</param>
/// <param name="Sections">Sections with at least one value.</param>
public sealed record PassportView(Thing Thing, string Audience, AsOf AsOf, IReadOnlyList<PassportSection> Sections)
{
    /// <summary>All values, in order.</summary>
    public IEnumerable<PassportEntry> Entries => Sections.SelectMany(section => section.Entries);

    /// <summary>The value of a term, or <c>null</c>.</summary>
    public PassportEntry? Find(string term) => Entries.FirstOrDefault(entry => string.Equals(entry.Term.Id, term, StringComparison.Ordinal));

    /// <summary>Joins the statements of a thing with those of its model: the item's own statement wins.</summary>
    internal static PassportView Of(PassportSource source, Vocabulary vocabulary, string audience)
    {
        var own = source.Own.ToDictionary(recorded => recorded.Statement.Term, StringComparer.Ordinal);
        var model = source.OfModel.ToDictionary(recorded => recorded.Statement.Term, StringComparer.Ordinal);
        vocabulary.Audiences.Get(audience);
        var sections = vocabulary.Terms.Where(term => vocabulary.Audiences.MayRead(audience, term))
            .Select(term => Entry(term, own, model)).OfType<PassportEntry>()
            .GroupBy(entry => entry.Term.Group, StringComparer.Ordinal)
            .Select(group => new PassportSection(group.Key, group.ToList()));
        return new PassportView(source.Thing, audience, source.AsOf, sections.ToList());
    }

    private static PassportEntry? Entry(Term term, Dictionary<string, RecordedStatement> own, Dictionary<string, RecordedStatement> model)
    {
        if (own.TryGetValue(term.Id, out var mine)) return new PassportEntry(term, mine, FromModel: false);
        return term.Granularity == Granularity.Model && model.TryGetValue(term.Id, out var shared) ? new PassportEntry(term, shared, FromModel: true) : null;
    }
}
