using System.Security.Cryptography;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Record.Policies;

/// <summary>
/// Gives and takes rights. Every change is a statement in the record, so that it has a date, an issuer and a proof, and
/// holds for the next question that is asked.
/// </summary>
/// <param name="record">The record, unfiltered.</param>
/// <param name="writer">The writer behind the guard.</param>
/// <param name="access">The decision point and what it needs.</param>
/// <param name="work">Who is asking, when, and where it is logged.</param>
public sealed class RightsDesk(IRecordReader record, IRecordWriter writer, RecordAccess access, ActorWork work)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The grants that the actor at work may know of: those it gave or got; all of them for the keeper.</summary>
    public IReadOnlyList<Grant> List()
    {
        var actor = work.Actor;
        if (actor.Operator is not { } own) return [];
        return [.. access.Register.All.Where(g => actor.IsKeeper || g.Grantee == own || g.Grantor == own).OrderBy(g => g.From).ThenBy(g => g.Id, StringComparer.Ordinal)];
    }

    /// <summary>Gives a right.</summary>
    /// <exception cref="ProblemException">The actor does not hold what it gives, or the request contradicts itself.</exception>
    public async Task<Grant> GrantAsync(GrantRequest request, IVocabulary vocabulary, CancellationToken cancellation = default)
    {
        var grantor = Writer().Operator!.Value;
        var grant = Build(request, grantor);
        Check(grant, vocabulary);
        var subject = grant.Scope.Thing is { } thing ? await access.Register.SubjectAsync(thing, cancellation) : null;
        if (!access.Policy.HoldsAll(grantor, grant, subject))
        {
            throw new ProblemException(AccessProblems.GrantTooWide, $"{grantor} does not hold what it would give on {grant.Scope}, or the chain of grants is longer than {AccessPolicy.MaxChain}.");
        }

        await ChangeAsync(grant.Grantee, grants => [.. grants, grant], cancellation);
        await LogAsync("grant", Describe(grant));
        return grant;
    }

    /// <summary>Takes a right back, at once. The grantor, the grantee and the keeper may.</summary>
    /// <exception cref="ProblemException">There is no such grant that the actor may know of.</exception>
    public async Task RevokeAsync(string id, CancellationToken cancellation = default)
    {
        Writer();
        var grant = List().FirstOrDefault(g => string.Equals(g.Id, id, StringComparison.Ordinal))
            ?? throw new ProblemException(CommonProblems.NotFound, $"There is no grant \"{id}\".");
        await ChangeAsync(grant.Grantee, grants => [.. grants.Where(g => !string.Equals(g.Id, id, StringComparison.Ordinal))], cancellation);
        await LogAsync("revoke", Describe(grant));
    }

    /// <summary>Emergency: takes back, at once, everything that an operator holds from the actor; for the keeper, from anyone.</summary>
    public async Task RevokeAllAsync(ThingId grantee, CancellationToken cancellation = default)
    {
        var actor = Writer();
        await ChangeAsync(grantee, grants => [.. grants.Where(g => !actor.IsKeeper && g.Grantor != actor.Operator)], cancellation);
        await LogAsync("revoke-all", grantee.Value);
    }

    /// <summary>Hands over responsibility for a thing, or for the items of a model that name no operator of their own.</summary>
    /// <param name="thing">What is handed over.</param>
    /// <param name="successor">Who answers from then on.</param>
    /// <param name="from">From when on; not before now.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task HandOverAsync(ThingId thing, ThingId successor, DateTimeOffset? from, CancellationToken cancellation = default)
    {
        var (actor, now) = (Writer(), work.Now);
        var subject = await access.Register.SubjectAsync(thing, cancellation);
        if (!access.Policy.MayAdminister(actor, subject, now).Allowed && !await IsOrphanAsync(actor, subject, cancellation)) throw new ProblemException(AccessProblems.Forbidden, $"{actor.Operator} does not answer for {thing}.");
        if (from < now) throw new ProblemException(CommonProblems.InvalidValue, "A hand-over cannot begin in the past.", "from");
        var statement = new Statement(thing, AccessTerms.Responsible, StatementValue.Of(successor.Value), from ?? now);
        await WriteAsync(successor, statement, cancellation);
        await LogAsync("hand-over", $"{thing} to {successor} from {statement.ValidFrom:O}");
    }

    /// <summary>States that an operator has ceased to act; only the keeper may. From then on the keeper may hand over what it answered for.</summary>
    /// <param name="operatorId">The operator.</param>
    /// <param name="on">The day; not after today.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ProblemException">Somebody else asks, or the day lies ahead.</exception>
    public async Task EndOperatorAsync(ThingId operatorId, DateOnly on, CancellationToken cancellation = default)
    {
        if (!Writer().IsKeeper) throw new ProblemException(AccessProblems.Forbidden, "Only the operator who runs the store says that another has ceased.");
        if (on > DateOnly.FromDateTime(work.Now.UtcDateTime)) throw new ProblemException(CommonProblems.InvalidValue, "The day lies ahead.", "on");
        var day = on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await WriteAsync(operatorId, new Statement(operatorId, AccessTerms.OperatorCeased, StatementValue.Of(day), work.Now), cancellation);
        await LogAsync("operator-ceased", $"{operatorId} on {day}");
    }

    /// <summary>States the head of the access log, so that cutting the log off shows.</summary>
    public Task StateLogHeadAsync(CancellationToken cancellation = default)
    {
        var (number, hash) = work.Log.Head;
        var value = Structure(JsonSerializer.Serialize(new { number, hash }));
        return WriteAsync(access.Policy.Keeper, new Statement(access.Policy.Keeper, AccessTerms.LogHead, value, work.Now), cancellation);
    }

    /// <summary>The newest head of the access log that the record states.</summary>
    public async Task<(long Number, string Hash)?> StatedLogHeadAsync(CancellationToken cancellation = default)
    {
        var last = await record.ReadHistoryAsync(new HistoryQuery(access.Policy.Keeper) { Term = AccessTerms.LogHead, Limit = 1 }, cancellation);
        return last.Items is [var head, ..] && head.Statement.Kind == StatementKind.Value
            ? (head.Statement.Value.AsElement().GetProperty("number").GetInt64(), head.Statement.Value.AsElement().GetProperty("hash").GetString()!) : null;
    }

    // Nobody is left to hand it over: the keeper holds it in escrow (Regulation (EU) 2023/1542, Article 78 (e)).
    private async Task<bool> IsOrphanAsync(Actor actor, AccessSubject subject, CancellationToken cancellation)
    {
        if (!actor.IsKeeper) return false;
        var said = await record.ReadStatementsAsync(subject.ResponsibleAt(work.Now, access.Policy.Keeper), AsOf.Latest with { ValidAt = work.Now }, cancellation);
        return said.Any(stated => stated.Statement.Term == AccessTerms.OperatorCeased);
    }

    private async Task LogAsync(string action, string what)
    {
        await work.LogAsync(action, what);
        await StateLogHeadAsync();
    }

    private Actor Writer()
    {
        var actor = work.Actor;
        if (actor.IsWriter) return actor;
        throw actor.IsAnonymous
            ? new ProblemException(AccessProblems.SignInRequired, "Rights are changed by operators only.", null, "Sign in at /sign-in, or send an API key or a token.")
            : new ProblemException(AccessProblems.Forbidden, $"{actor.Name} may read only.");
    }

    private Grant Build(GrantRequest request, ThingId grantor) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), request.Grantee, grantor, request.Right)
    {
        Audience = request.Audience,
        Terms = request.Terms.ToHashSet(StringComparer.Ordinal),
        Scope = request.Scope,
        From = request.From ?? work.Now,
        To = request.To,
        Delegable = request.Delegable,
    };

    private void Check(Grant grant, IVocabulary vocabulary)
    {
        if (grant.To is { } to && (to <= grant.From || to <= work.Now)) throw new ProblemException(CommonProblems.InvalidValue, "The grant would be over before it begins.", "to");
        if (grant.Grantee == grant.Grantor) throw new ProblemException(CommonProblems.InvalidValue, "Nobody grants a right to itself.", "grantee");
        if (grant.Audience is { } audience && vocabulary is Vocabulary tables) tables.Audiences.Get(audience);
        if (grant.Right != AccessRight.Read && grant.Audience is not null) throw new ProblemException(CommonProblems.InvalidValue, "An audience reads; it does not write.", "audience");
        foreach (var term in grant.Terms) vocabulary.Get(term);
    }

    private async Task ChangeAsync(ThingId grantee, Func<IReadOnlyList<Grant>, IReadOnlyList<Grant>> change, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = work.Now;
            IReadOnlyList<Grant> grants = [.. change(access.Register.Of(grantee)).Where(g => g.To is not { } to || to > now)];
            if (grants.Count > GrantList.MaxGrants) throw new ProblemException(CommonProblems.LimitExceeded, $"{grantee} would hold {grants.Count} grants; the limit GrantList.MaxGrants is {GrantList.MaxGrants}.");
            await WriteAsync(grantee, new Statement(grantee, AccessTerms.Grants, Structure(GrantList.Write(grants)), await AfterLastAsync(grantee, now, cancellation)), cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    // A clock that was set back must not let an older list win over a revocation.
    private async Task<DateTimeOffset> AfterLastAsync(ThingId grantee, DateTimeOffset now, CancellationToken cancellation)
    {
        var last = await record.ReadHistoryAsync(new HistoryQuery(grantee) { Term = AccessTerms.Grants, Limit = 1 }, cancellation);
        return last.Items is [var stated, ..] && stated.Statement.ValidFrom >= now ? stated.Statement.ValidFrom.AddMicroseconds(1) : now;
    }

    private async Task WriteAsync(ThingId operatorId, Statement statement, CancellationToken cancellation)
    {
        var known = await record.FindThingAsync(operatorId, cancellation);
        var batch = new WriteBatch
        {
            Things = known is null ? [new Thing(operatorId, ThingKind.Operator, Label(operatorId))] : [],
            Assertions = [new Assertion(Issuer(statement).Value, [statement])],
        };
        await writer.WriteAsync(batch, cancellation);
        await access.Register.ObserveAsync(batch, access.Policy.Keeper, cancellation);
    }

    private ThingId Issuer(Statement statement) =>
        statement.Term is AccessTerms.LogHead ? access.Policy.Keeper : work.Actor.Operator ?? access.Policy.Keeper;

    private static StatementValue Structure(string json) => StatementValue.FromStoredJson(json);

    private static string Label(ThingId id) => id.Value.Length <= WriteLimits.MaxLabelLength ? id.Value : id.Value[..WriteLimits.MaxLabelLength];

    private static string Describe(Grant grant) =>
        $"{grant.Id}: {grant.Right} on {grant.Scope} for {grant.Grantee}, audience {grant.Audience ?? "-"}, terms {(grant.Terms.Count == 0 ? "all" : string.Join(' ', grant.Terms))}";
}
