using System.Text.Json.Nodes;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>UpdateDPPById and UpdateDataElement: a merge patch as new statements, all of them or none.</summary>
internal sealed class DppUpdater(IRecordWriter writer, DppFinder finder, DppLocks locks, Vocabulary vocabulary, TimeProvider clock, Speaker speaker)
{
    private readonly DppInputReader _reader = new(vocabulary);
    private readonly DppPlanner _planner = new(vocabulary);

    /// <summary>Applies a merge patch (RFC 7396).</summary>
    /// <exception cref="ProblemException">The passport is absent, gone or changed, or the patch does not fit; nothing is written.</exception>
    public Task<DppUpdate> PatchAsync(DppChange change, CancellationToken cancellation) => ChangeAsync(change, state => Task.FromResult(Facts(change, state)), cancellation);

    /// <summary>What a merge patch would write; the caller holds the lock of the passport, and writes.</summary>
    /// <exception cref="ProblemException">As <see cref="PatchAsync"/>.</exception>
    public async Task<DppEdit> PlanAsync(DppChange change, Thing thing, CancellationToken cancellation)
    {
        CheckNull(change, change.Patch);
        return await PlanAsync(change, thing, state => Task.FromResult(Facts(change, state)), cancellation).ConfigureAwait(false);
    }

    /// <summary>Applies a merge patch to one element.</summary>
    /// <param name="path">Element path.</param>
    /// <param name="audience">Who must be able to read the element.</param>
    /// <exception cref="ProblemException">As <see cref="PatchAsync"/>; an element that is hidden is absent.</exception>
    public Task<DppUpdate> PatchElementAsync(DppChange change, string path, string audience, CancellationToken cancellation) => ChangeAsync(change, async state =>
    {
        var within = audience == AudiencePolicy.Operator ? DppElement.TryWithinTerm(state, path) : null;
        var element = within ?? DppElement.Select(await finder.ReadAsync(state.Thing, audience, cancellation).ConfigureAwait(false), path);
        var patch = change.Full ? FullPatch.OfElement(change.Patch, element.Name) : change.Patch;
        CheckNull(change, patch);
        if (element.Term is not { } term) return [.. HeaderOrSection(element, patch, state)];
        return [new DppFact(vocabulary.Find(term)!, element.Patched(patch), "")];
    }, cancellation);

    private IReadOnlyList<DppFact> Facts(DppChange change, DppState state)
    {
        var input = _reader.Read(change.Patch, merges: true);
        CheckIdentity(input, state);
        input.Facts.RemoveAll(fact => RepeatsDefault(fact, state));
        return input.Facts;
    }

    private List<DppFact> HeaderOrSection(DppElement element, JsonNode? patch, DppState state)
    {
        var input = _reader.Read(new JsonObject { [element.Name] = patch?.DeepClone() }, merges: true);
        CheckIdentity(input, state);
        return input.Facts;
    }

    private async Task<DppUpdate> ChangeAsync(DppChange change, Func<DppState, Task<IReadOnlyList<DppFact>>> facts, CancellationToken cancellation)
    {
        if (!change.Full) CheckNull(change, change.Patch);
        var thing = await finder.ThingAsync(change.DppId, cancellation).ConfigureAwait(false) ?? throw DppFinder.Absent();
        return await locks.RunAsync(thing.Id, async () =>
        {
            var edit = await PlanAsync(change, thing, facts, cancellation).ConfigureAwait(false);
            return new DppUpdate(thing, edit.Statements.Count > 0 ? await WriteAsync(edit, cancellation).ConfigureAwait(false) : null);
        }, cancellation).ConfigureAwait(false);
    }

    private async Task<DppEdit> PlanAsync(DppChange change, Thing thing, Func<DppState, Task<IReadOnlyList<DppFact>>> facts, CancellationToken cancellation)
    {
        var state = await finder.HeldAsync(thing, !string.IsNullOrEmpty(change.IfMatch), cancellation).ConfigureAwait(false);
        DppVersion.Check(change.IfMatch, state.Version);
        var statements = _planner.Plan(await facts(state).ConfigureAwait(false), state.View, clock.GetUtcNow());
        if (DppFinder.DppId(state.View) != thing.Id.Value && statements.Any(statement => statement.Term == DppTerms.PassportId))
            throw new ProblemException(CommonProblems.InvalidValue, "The identifier of a passport does not change.", DppTerms.PassportId);
        return new DppEdit(thing, speaker.Issuer(state.Header.OperatorId ?? thing.Id.Value), statements);
    }

    // The clock of the record only goes forward: what was written last is the newest of item and model.
    private async Task<string> WriteAsync(DppEdit edit, CancellationToken cancellation) => DppVersion.Of(
        (await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(edit.Issuer, edit.Statements)] }, cancellation).ConfigureAwait(false)).RecordedAt);

    private static void CheckNull(DppChange change, JsonNode? patch)
    {
        if (change.RefusesNull && HoldsNull(patch))
            throw new ProblemException(CommonProblems.BadRequest, "The profile refuses null in a patch.", null, "Name a profile in which null deletes.");
    }

    private static bool HoldsNull(JsonNode? node) =>
        node is null || (node is JsonObject members && members.Any(member => HoldsNull(member.Value)));

    // What the header shows although nobody stated it, sent back, is no statement.
    private static bool RepeatsDefault(DppFact fact, DppState state)
    {
        var shown = fact.Term.Id switch
        {
            DppTerms.SchemaVersion => state.Header.SchemaVersion,
            DppTerms.Status => state.Header.Status,
            _ => null,
        };
        return shown is not null && state.View.Find(fact.Term.Id) is null && fact.Value is JsonValue value && value.TryGetValue<string>(out var text) && text == shown;
    }

    private static void CheckIdentity(DppInput input, DppState state)
    {
        if (input.DppId is { } dppId && dppId != state.Header.DppId && !Names(dppId, state.Thing)) throw Fixed("/digitalProductPassportId");
        if (input.ProductId is { } product && !Names(product, state.Thing)) throw Fixed("/uniqueProductIdentifier");
        if (input.Granularity is { } stated && !stated.Equals(state.Header.Granularity.ToString(), StringComparison.OrdinalIgnoreCase)) throw Fixed("/granularity");
    }

    private static bool Names(string text, Thing thing) => KnownIds.TryParse(text, out var id) && id == thing.Id;

    private static ProblemException Fixed(string at) => new(CommonProblems.InvalidValue, "Identifiers and granularity of a passport do not change.", at);
}
