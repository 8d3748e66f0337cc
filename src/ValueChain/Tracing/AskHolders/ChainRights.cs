using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>
/// Partners and grants as the record states them now. Reads unfiltered: it is the node that decides here, and whoever asks
/// it from outside is no actor of the record.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="node">This node.</param>
internal sealed class ChainRights(KeptStatements record, ChainNode node)
{
    /// <summary>Most partners of a node.</summary>
    public const int MaxPartners = 1000;

    /// <summary>Grants that an organisation holds.</summary>
    public async Task<IReadOnlyList<ChainGrant>> GrantsOfAsync(string did, CancellationToken cancellation) =>
        await FindAsync(did, AccessTerms.ChainGrants, cancellation) is { } stated ? ChainRows.ReadGrants(did, stated.Statement.Value.Json) : [];

    /// <summary>All grants.</summary>
    public async Task<IReadOnlyList<ChainGrant>> GrantsAsync(CancellationToken cancellation)
    {
        var grants = new List<ChainGrant>();
        await foreach (var stated in record.ReadTermAsync(AccessTerms.ChainGrants, AsOf.Latest, cancellation)) grants.AddRange(ChainRows.ReadGrants(stated.Statement.Thing.Value, stated.Statement.Value.Json));
        return [.. grants.OrderBy(grant => grant.To)];
    }

    /// <summary>Who is who, with this organisation.</summary>
    public async Task<PartnerBook> PartnersAsync(CancellationToken cancellation)
    {
        var partners = new List<ChainPartner>();
        await foreach (var stated in record.ReadTermAsync(AccessTerms.ChainPartner, AsOf.Latest, cancellation))
        {
            if (ChainRows.ReadPartner(stated.Statement.Thing.Value, stated.Statement.Value.Json) is { } partner) partners.Add(partner);
        }

        var self = partners.FirstOrDefault(partner => partner.Did == node.Did);
        return new PartnerBook([node.Did, node.Operator, .. self?.Names ?? []], [.. partners.Where(partner => partner.Did != node.Did).OrderBy(partner => partner.Name, StringComparer.Ordinal)]);
    }

    /// <summary>What the record states of the end of an organisation; <c>null</c> while it acts.</summary>
    public async Task<Tombstone?> CeasedAsync(string operatorId, CancellationToken cancellation) =>
        await FindAsync(operatorId, AccessTerms.OperatorCeased, cancellation) is { } stated
            ? new Tombstone(operatorId, stated.Issuer, stated.Statement.Value.AsText() ?? "", "ceased to act") : null;

    private async Task<RecordedStatement?> FindAsync(string id, string term, CancellationToken cancellation) =>
        ThingId.TryParse(id, out var thing)
            ? (await record.ReadStatementsAsync(thing, AsOf.Latest, cancellation)).FirstOrDefault(stated => stated.Statement.Term == term) : null;
}
