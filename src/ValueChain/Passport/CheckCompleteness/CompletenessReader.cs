using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.CheckCompleteness;

/// <summary>Checks passports of the record.</summary>
/// <param name="sight">How far the actor at work sees; <c>null</c> where nothing is hidden.</param>
internal sealed class CompletenessReader(PassportReader passports, Vocabulary vocabulary, Sight? sight)
{
    // The identifier of the thing is the identifier of its passport: it cannot be missing.
    private static readonly string[] Always = ["batteryPassportIdentifier"];

    /// <summary>The report for a thing on a day, with what holds at the end of that day.</summary>
    /// <param name="category">Category to check against; <c>null</c> for the one the passport states.</param>
    /// <exception cref="ProblemException">Unknown thing or category.</exception>
    public async Task<CompletenessReport> ReadAsync(ThingId id, DateOnly on, string? category, CancellationToken cancellation = default)
    {
        var asOf = AsOf.At(new DateTimeOffset(on, TimeOnly.MaxValue, TimeSpan.Zero));
        var view = await passports.ReadAsync(id, asOf, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
        return Check(view, on, category ?? CategoryOf(view), await HiddenAsync(view.Thing, cancellation).ConfigureAwait(false));
    }

    /// <summary>The category that a passport states; <c>null</c> when it states none.</summary>
    public static string? StatedCategory(PassportView view) => view.Find("batteryCategory")?.Recorded.Statement.Value.AsText();

    private async Task<IReadOnlySet<string>?> HiddenAsync(Thing thing, CancellationToken cancellation)
    {
        if (sight is null or { IsWhole: true }) return null;
        var terms = vocabulary.DataPoints.SelectMany(vocabulary.TermsOf).Select(term => term.Id).ToList();
        var hidden = (await sight.HiddenAsync(thing.Id, terms, cancellation).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        if (thing.Model is not { } model) return hidden;
        hidden.UnionWith(CompletenessCheck.OfModel(await sight.HiddenAsync(model, terms, cancellation).ConfigureAwait(false), vocabulary)!);
        return hidden;
    }

    private CompletenessReport Check(PassportView view, DateOnly on, string category, IReadOnlySet<string>? hidden)
    {
        var present = view.Entries.Select(entry => entry.Term.Id).Concat(view.Thing.Kind == ThingKind.Model ? [] : Always);
        return new CompletenessCheck(vocabulary, category, on)
            .Run(view.Thing.Id, view.Thing.Kind == ThingKind.Model, present.ToHashSet(StringComparer.Ordinal), hidden);
    }

    private string CategoryOf(PassportView view) => StatedCategory(view) ?? throw new ProblemException(
        CommonProblems.InvalidValue,
        $"The passport of {view.Thing.Id} does not state a battery category.",
        null,
        $"State the term batteryCategory, or ask for the category {string.Join(", ", vocabulary.Categories)}.");
}
