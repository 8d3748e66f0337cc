using System.Security.Cryptography;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Names partners, opens chains and closes them. Every change is a statement: it has a history, and holds for the next question.</summary>
/// <param name="rights">What holds now.</param>
/// <param name="writer">Writes what changes.</param>
/// <param name="work">Who is at work.</param>
internal sealed class ChainDesk(ChainRights rights, IRecordWriter writer, ActorWork work)
{
    /// <summary>Most grants of one organisation.</summary>
    public const int MaxGrants = 500;

    /// <summary>Days a grant holds when nothing else is said.</summary>
    public const int UsualDays = 30;

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Refuses everybody but who runs the node: questions and grants are signed in its name.</summary>
    /// <exception cref="ProblemException">Somebody else is at work.</exception>
    public void Admit()
    {
        var actor = work.Actor;
        if (actor.IsKeeper) return;
        throw actor.IsAnonymous
            ? new ProblemException(AccessProblems.SignInRequired, "Other nodes are asked by who runs this one.", null, "Sign in at /sign-in, or send an API key or a token.")
            : new ProblemException(AccessProblems.Forbidden, $"{actor.Name} does not run this node.");
    }

    /// <summary>Opens a chain.</summary>
    /// <exception cref="ProblemException">The request contradicts itself, or there are too many grants.</exception>
    public async Task<ChainGrant> GrantAsync(ChainGrantRequest request, CancellationToken cancellation)
    {
        Admit();
        var (did, now) = (Did(request.To), work.Now);
        var grant = new ChainGrant(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), did, ChainNames.Canonical(request.Thing ?? ""), ChainWords.Direction(request.Direction), ChainWords.Purpose(request.Purpose))
        {
            Depth = request.Depth ?? 1, From = now, To = request.Until ?? now.AddDays(UsualDays),
        }.Checked();
        await ChangeAsync(did, grants => [.. grants, grant], cancellation);
        await work.LogAsync("chain-grant", $"{grant.Id}: {grant.Purpose}, {ChainWords.Of(grant.Direction)} from {grant.Thing}, {grant.Depth} steps, for {did} until {grant.To:O}");
        return grant;
    }

    /// <summary>Closes a chain, for the next question on.</summary>
    /// <exception cref="ProblemException">There is no such grant.</exception>
    public async Task RevokeAsync(string id, CancellationToken cancellation)
    {
        Admit();
        var grant = (await rights.GrantsAsync(cancellation)).FirstOrDefault(one => one.Id == id) ?? throw new ProblemException(CommonProblems.NotFound, $"There is no grant \"{id}\".");
        await ChangeAsync(grant.Grantee, grants => [.. grants.Where(one => one.Id != id)], cancellation);
        await work.LogAsync("chain-revoke", $"{id} of {grant.Grantee}");
    }

    /// <summary>Names a partner, or changes what is known of it.</summary>
    /// <exception cref="ProblemException">No did:web, or too many names.</exception>
    public async Task<ChainPartner> NameAsync(ChainPartnerRequest request, CancellationToken cancellation)
    {
        Admit();
        var did = Did(request.Did);
        string[] names = [.. (request.Names ?? []).Select(name => name.Trim()).Where(name => name.Length > 0).Select(ChainNames.Canonical).Distinct(StringComparer.Ordinal)];
        if (names.Length > ChainPartner.MaxNames) throw new ProblemException(CommonProblems.LimitExceeded, $"A partner has {ChainPartner.MaxNames} further names at most.", "names");
        if ((await rights.PartnersAsync(cancellation)).All.Count >= ChainRights.MaxPartners) throw new ProblemException(CommonProblems.LimitExceeded, $"A node has {ChainRights.MaxPartners} partners at most.");
        var partner = new ChainPartner(did, string.IsNullOrWhiteSpace(request.Name) ? did : request.Name.Trim(), names);
        await WriteAsync(did, new Statement(ThingId.Parse(did), AccessTerms.ChainPartner, StatementValue.FromStoredJson(ChainRows.Write(partner)), work.Now), cancellation);
        await work.LogAsync("chain-partner", did);
        return partner;
    }

    /// <summary>Forgets a partner; its grants stay until they are revoked.</summary>
    /// <exception cref="ProblemException">There is no such partner.</exception>
    public async Task ForgetAsync(string did, CancellationToken cancellation)
    {
        Admit();
        if ((await rights.PartnersAsync(cancellation)).All.All(partner => partner.Did != did)) throw new ProblemException(CommonProblems.NotFound, $"{did} is no partner.");
        await WriteAsync(did, new Statement(ThingId.Parse(did), AccessTerms.ChainPartner, default, work.Now) { Kind = StatementKind.Ended }, cancellation);
        await work.LogAsync("chain-partner-forgotten", did);
    }

    private async Task ChangeAsync(string did, Func<IReadOnlyList<ChainGrant>, IReadOnlyList<ChainGrant>> change, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = work.Now;
            ChainGrant[] grants = [.. change(await rights.GrantsOfAsync(did, cancellation)).Where(grant => grant.To > now)];
            if (grants.Length > MaxGrants) throw new ProblemException(CommonProblems.LimitExceeded, $"{did} would hold {grants.Length} grants; the limit is {MaxGrants}.");
            await WriteAsync(did, new Statement(ThingId.Parse(did), AccessTerms.ChainGrants, StatementValue.FromStoredJson(ChainRows.Write(grants)), now), cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    private Task WriteAsync(string did, Statement statement, CancellationToken cancellation) => writer.WriteAsync(
        new WriteBatch
        {
            Things = [new Thing(statement.Thing, ThingKind.Operator, did.Length <= WriteLimits.MaxLabelLength ? did : did[..WriteLimits.MaxLabelLength])],
            Assertions = [new Assertion(work.Actor.Operator!.Value.Value, [statement])],
        },
        cancellation);

    private static string Did(string? text)
    {
        var did = text?.Trim() ?? "";
        DidWeb.ToUrl(did);
        return ThingId.Parse(did).Value;
    }
}
