using System.Globalization;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.CreatePassport;

/// <summary>Puts a model or an item with its first facts into the record.</summary>
internal sealed class PassportCreator(IRecordReader reader, IRecordWriter writer, IVocabulary vocabulary, TimeProvider clock)
{
    private readonly DraftRules _rules = new(vocabulary);

    /// <summary>Creates the thing and states the facts as one unit.</summary>
    /// <exception cref="ProblemException">It is there already, its model is not, or a fact does not fit the vocabulary.</exception>
    public async Task<(Thing Thing, WriteReceipt Receipt)> CreateAsync(CreatePassportRequest request, CancellationToken cancellation)
    {
        var thing = await ThingAsync(request, cancellation).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var statements = request.Statements.Select((draft, index) => Accept(draft, index, thing, now)).ToList();
        var batch = new WriteBatch
        {
            Things = [thing],
            Assertions = statements.Count == 0 ? [] : [new Assertion(request.Issuer, statements)],
        };
        return (thing, await writer.WriteAsync(batch, cancellation).ConfigureAwait(false));
    }

    private async Task<Thing> ThingAsync(CreatePassportRequest request, CancellationToken cancellation)
    {
        var id = ThingId.Parse(request.Id);
        if (await reader.FindThingAsync(id, cancellation).ConfigureAwait(false) is not null)
            throw new ProblemException(CommonProblems.Conflict, $"\"{id}\" is in the record already.", "/id");
        ThingId? model = request.Model is null ? null : ThingId.Parse(request.Model);
        if (model is { } parent) await CheckModelAsync(parent, request.Kind, cancellation).ConfigureAwait(false);
        return new Thing(id, request.Kind, request.Label ?? id.Value, model) { Aliases = request.Aliases };
    }

    private async Task CheckModelAsync(ThingId model, ThingKind kind, CancellationToken cancellation)
    {
        if (kind == ThingKind.Model) throw new ProblemException(CommonProblems.InvalidValue, "A model has no model.", "/model");
        var parent = await reader.FindThingAsync(model, cancellation).ConfigureAwait(false)
            ?? throw new ProblemException(CommonProblems.NotFound, $"The model \"{model}\" is not in the record.", "/model", "Create the model first.");
        if (parent.Kind != ThingKind.Model) throw new ProblemException(CommonProblems.InvalidValue, $"\"{model}\" is not a model.", "/model");
    }

    private Statement Accept(StatementDraft draft, int index, Thing thing, DateTimeOffset now)
    {
        var at = "/statements/" + index.ToString(CultureInfo.InvariantCulture);
        if (draft.Thing is not null && ThingId.Parse(draft.Thing) != thing.Id)
            throw new ProblemException(CommonProblems.InvalidValue, "The fact is about another thing.", at);
        try
        {
            var statement = _rules.Accept(draft, thing.Id, now);
            if (thing.Kind == ThingKind.Model && vocabulary.Get(draft.Term).Granularity == Granularity.Item)
                throw new ProblemException(CommonProblems.InvalidValue, $"{draft.Term} belongs to items, not to a model.");
            return statement;
        }
        catch (ProblemException fault)
        {
            throw new ProblemException(fault.Problem with { Location = at }, fault);
        }
    }
}
