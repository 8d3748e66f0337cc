using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.CreatePassport;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.En18223;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Turns what a sender says into new statements: what holds already is not said again.</summary>
internal sealed class DppPlanner(IVocabulary vocabulary)
{
    private readonly DraftRules _rules = new(vocabulary);

    /// <summary>The statements that make the facts hold from now on.</summary>
    /// <param name="view">What holds, as the operator reads it.</param>
    /// <exception cref="ProblemException">A fact does not fit the vocabulary, with its place.</exception>
    public IReadOnlyList<Statement> Plan(IEnumerable<DppFact> facts, PassportView view, DateTimeOffset now) =>
        facts.Select(fact => Located(fact, () => Plan(fact, view, now))).OfType<Statement>().ToList();

    private Statement? Plan(DppFact fact, PassportView view, DateTimeOffset now)
    {
        var current = view.Find(fact.Term.Id);
        var from = current is { FromModel: false } && current.Recorded.Statement.ValidFrom > now ? current.Recorded.Statement.ValidFrom : now;
        if (fact.Value is null) return End(current, view.Thing, from);
        CheckGranularity(fact.Term, view.Thing);
        var before = current is null ? null : DppDocument.Value(current);
        var value = fact is { Merges: true, Value: JsonObject } ? MergePatch.Apply(before, fact.Value)! : fact.Value;
        if (current is not null && JsonNode.DeepEquals(before, value)) return null;
        return _rules.Accept(new StatementDraft { Term = fact.Term.Id, Value = JsonSerializer.SerializeToElement(value, Deep) }, view.Thing.Id, from);
    }

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 256 };

    private static Statement? End(PassportEntry? current, Thing thing, DateTimeOffset from)
    {
        if (current is null) return null;
        if (current.FromModel)
        {
            throw new ProblemException(
                CommonProblems.Conflict, $"{current.Term.Id} is resolved from the model \"{thing.Model}\" and cannot be taken from one item.", null, "Change the model, or state another value.");
        }

        return Ended(thing.Id, current.Term.Id, from);
    }

    /// <summary>Says that a term has no value from a moment on.</summary>
    public static Statement Ended(ThingId thing, string term, DateTimeOffset from) => new(thing, term, default, from) { Kind = StatementKind.Ended };

    private static void CheckGranularity(Term term, Thing thing)
    {
        if (thing.Kind != ThingKind.Model || term.Granularity != Granularity.Item || DppTerms.InHeader(term)) return;
        throw new ProblemException(CommonProblems.InvalidValue, $"{term.Id} belongs to items, not to a model.");
    }

    private static Statement? Located(DppFact fact, Func<Statement?> plan)
    {
        try
        {
            return plan();
        }
        catch (ProblemException fault)
        {
            throw new ProblemException(fault.Problem with { Location = fact.Location }, fault);
        }
    }
}
