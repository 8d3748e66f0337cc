using System.Text.Json.Nodes;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>CreateDPP: a new passport with all that it says, as one unit.</summary>
internal sealed class DppCreator(IRecordReader record, IRecordWriter writer, DppFinder finder, DppLocks locks, Vocabulary vocabulary, TimeProvider clock, Speaker speaker)
{
    private readonly DppInputReader _reader = new(vocabulary);
    private readonly DppPlanner _planner = new(vocabulary);

    /// <summary>Creates the passport.</summary>
    /// <exception cref="ProblemException">An identifier is taken or of the wrong granularity, or a fact does not fit.</exception>
    public Task<Thing> CreateAsync(JsonNode? body, CancellationToken cancellation) => AloneAsync(async () =>
    {
        var plan = await PlanAsync(body, cancellation).ConfigureAwait(false);
        await writer.WriteAsync(plan.Batch, cancellation).ConfigureAwait(false);
        return plan.Thing;
    }, cancellation);

    /// <summary>Runs a creation while nothing else is created, so that an identifier is given once.</summary>
    public Task<T> AloneAsync<T>(Func<Task<T>> create, CancellationToken cancellation) => locks.RunAsync(default, create, cancellation);

    /// <summary>What would be written.</summary>
    /// <exception cref="ProblemException">As <see cref="CreateAsync"/>.</exception>
    public async Task<DppPlan> PlanAsync(JsonNode? body, CancellationToken cancellation)
    {
        var input = _reader.Read(body);
        var id = ProductId(input);
        if (await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is not null) throw Taken(id.Value, "/uniqueProductIdentifier");
        var dppId = input.DppId is null || IsSame(input.DppId, id) ? id.Value : input.DppId;
        await CheckPassportIdAsync(dppId, id, cancellation).ConfigureAwait(false);
        var thing = await ThingAsync(input, id, dppId, cancellation).ConfigureAwait(false);
        return new DppPlan(thing, await AssertionAsync(input, thing, dppId, cancellation).ConfigureAwait(false), dppId);
    }

    private static bool IsSame(string text, ThingId id) => ThingId.TryParse(text, out var other) && other == id;

    private static ThingId ProductId(DppInput input) => ThingId.Parse(input.ProductId ?? throw new ProblemException(
        CommonProblems.InvalidValue, "A passport needs the identifier of its product.", "/uniqueProductIdentifier"));

    private async Task CheckPassportIdAsync(string dppId, ThingId id, CancellationToken cancellation)
    {
        if (dppId == id.Value) return;
        if (dppId.Length > WriteLimits.MaxLabelLength)
            throw new ProblemException(CommonProblems.LimitExceeded, $"The identifier of a passport has at most {WriteLimits.MaxLabelLength} characters (MaxLabelLength).", "/digitalProductPassportId");
        if (await finder.ThingAsync(dppId, cancellation).ConfigureAwait(false) is not null) throw Taken(dppId, "/digitalProductPassportId");
    }

    private async Task<Thing> ThingAsync(DppInput input, ThingId id, string dppId, CancellationToken cancellation)
    {
        var granularity = GranularityRules.Check(input.Granularity, id);
        IReadOnlyList<string> aliases = dppId == id.Value ? [] : [dppId];
        if (granularity == Granularity.Model) return new Thing(id, ThingKind.Model, Label(id)) { Aliases = aliases };
        var model = GranularityRules.ModelOf(id) is { } named && await record.FindThingAsync(named, cancellation).ConfigureAwait(false) is { Kind: ThingKind.Model }
            ? named : (ThingId?)null;
        return new Thing(id, ThingKind.Battery, Label(id), model) { Aliases = aliases };
    }

    private static string Label(ThingId id) => id.Value.Length <= WriteLimits.MaxLabelLength ? id.Value : id.Value[^WriteLimits.MaxLabelLength..];

    private async Task<Assertion> AssertionAsync(DppInput input, Thing thing, string dppId, CancellationToken cancellation)
    {
        var ofModel = thing.Model is { } model ? await record.ReadStatementsAsync(model, AsOf.Latest, cancellation).ConfigureAwait(false) : [];
        var view = PassportView.Of(new PassportSource(thing, AsOf.Latest, [], ofModel), vocabulary, AudiencePolicy.Operator);
        var status = vocabulary.Find(DppTerms.Status)!;
        if (!input.Facts.Exists(fact => fact.Term == status)) input.Facts.Add(new DppFact(status, JsonValue.Create(DppTerms.Active), "/dppStatus"));
        if (dppId != thing.Id.Value) NamePassport(input, dppId);
        var issuer = input.Facts.Find(fact => fact.Term.Id == DppTerms.Operator)?.Value is JsonValue value && value.TryGetValue<string>(out var named)
            ? named : view.Find(DppTerms.Operator)?.Recorded.Statement.Value.AsText();
        var statements = _planner.Plan(input.Facts.Where(fact => fact.Value is not null), view, clock.GetUtcNow());
        return new Assertion(speaker.Issuer(issuer ?? throw NoOperator()), statements);
    }

    private void NamePassport(DppInput input, string dppId)
    {
        input.Facts.RemoveAll(fact => fact.Term.Id == DppTerms.PassportId);
        input.Facts.Add(new DppFact(vocabulary.Find(DppTerms.PassportId)!, JsonValue.Create(dppId), "/digitalProductPassportId"));
    }

    private static ProblemException NoOperator() =>
        new(CommonProblems.InvalidValue, "A passport needs the identifier of the economic operator who answers for it.", "/economicOperatorId");

    private static ProblemException Taken(string id, string at) =>
        new(CommonProblems.Conflict, $"\"{id}\" is in use; an identifier is never used again.", at);
}
