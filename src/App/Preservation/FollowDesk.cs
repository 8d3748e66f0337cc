using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Replication;
using Voltloop.Web.Composition;
using Voltloop.Web.Preservation;

namespace Voltloop.App.Preservation;

/// <summary>Makes this node a back-up of another one.</summary>
/// <param name="store">The store's parts of preservation.</param>
/// <param name="policy">Names the keeper that rights were read for.</param>
/// <param name="work">Who is asking.</param>
/// <param name="directory">Where the key for the primary is kept.</param>
internal sealed class FollowDesk(NodeStore store, IAccessPolicy policy, ActorWork work, StoreDirectory directory) : IFollowDesk
{
    /// <inheritdoc/>
    public async Task FollowAsync(FollowBody body, CancellationToken cancellation)
    {
        if (!work.Actor.IsKeeper)
        {
            throw new ProblemException(AccessProblems.Forbidden, "Only whoever runs the node changes its role.");
        }

        var address = PrimaryAddress.Of(body.Url, body.Key);
        using var client = new NodeClient(address);
        var card = await client.CardAsync(cancellation);
        CheckKeeper(card);
        await JoinAsync(store.Replica, (address, client), card, cancellation);
        address.Keep(directory.Path);
        await work.LogAsync("follow", $"{address.Url}: {card.Node.Log}");
    }

    /// <summary>Compares the pasts of both nodes, and follows.</summary>
    /// <returns>The first page.</returns>
    public static async Task<ChangePage> JoinAsync(IReplica? replica, (PrimaryAddress Address, NodeClient Client) primary, NodeCard card, CancellationToken cancellation)
    {
        var own = replica ?? throw new ProblemException(RecordProblems.StoreReadOnly, "The store is open for reading only.");
        var cursor = own.Cursor with { Revisions = own.State.Role == NodeRole.Replica && own.State.Log == card.Node.Log ? own.Cursor.Revisions : 0 };
        var bytes = await primary.Client.PageAsync(cursor, TimeSpan.Zero, cancellation);
        var first = ChangePageCodec.Open(bytes, id => card.Node.Document.Find(id)?.Key);
        await own.FollowAsync(primary.Address.Url, card, first);
        return first;
    }

    // Rights were read for the keeper of before; who runs the record decides over everything, so the process must begin anew.
    private void CheckKeeper(NodeCard card)
    {
        if (card.Keeper != policy.Keeper.Value)
        {
            throw new ProblemException(
                CommonProblems.Conflict, $"The other record is run by {card.Keeper}, this one by {policy.Keeper}.", null, "Stop this server and use the command line: ./run follow URL --key KEY");
        }
    }
}
