using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Replication;
using Voltloop.Record.Sqlite;
using Voltloop.Web.Http;

namespace Voltloop.App.Preservation;

/// <summary>Follows another node from the command line until nothing is left, and proves that both roots are equal.</summary>
internal static class Following
{
    /// <summary>Follows, catches up, and reports.</summary>
    /// <param name="record">The own store.</param>
    /// <param name="target">Its folder, and whether to report in JSON.</param>
    /// <param name="primary">The other node.</param>
    /// <param name="cancellation">Stops the work; what was written stays.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> RunAsync(SqliteRecord record, (string Directory, bool Json) target, PrimaryAddress primary, CancellationToken cancellation)
    {
        using var client = new NodeClient(primary);
        var card = await client.CardAsync(cancellation);
        var last = await FollowDesk.JoinAsync(record.Replica, (primary, client), card, cancellation);
        primary.Keep(target.Directory);
        await new ReplicaSession(record.Replica!, client, record).CatchUpAsync(page => last = Show(page, target.Json), cancellation);
        Report(record, last, (card, target));
        return 0;
    }

    private static ChangePage Show(ChangePage page, bool json)
    {
        if (!json && !Console.IsErrorRedirected)
        {
            Console.Error.Write(FormattableString.Invariant($"\r\u001b[K{page.To.Assertions:N0} of {page.Head.Assertions:N0} entries, {page.To.Things:N0} things"));
        }

        return page;
    }

    // Both sides of the comparison are printed, so that whoever reads it need not believe the word "equal".
    private static void Report(SqliteRecord record, ChangePage last, (NodeCard Card, (string Directory, bool Json) Target) about)
    {
        var (signed, own) = (last.Checkpoint is { } note ? Checkpoint.Parse(SignedNote.Parse(note).Text) : null, OwnRoot(record));
        var isEqual = signed is null ? record.Size == 0 : own is not null && signed.Size == record.Size && own.AsSpan().SequenceEqual(signed.Root);
        if (!isEqual)
        {
            throw new ProblemException(ProofProblems.MerkleMismatch, "The root of what was taken is not the root that the other node signed.");
        }

        var (theirs, ours) = (signed is null ? "" : Convert.ToBase64String(signed.Root), own is null ? "" : Convert.ToBase64String(own));
        Console.WriteLine(about.Target.Json
            ? JsonSerializer.Serialize(new { about.Target.Directory, log = about.Card.Node.Log, keeper = about.Card.Keeper, entries = record.Size, signedRoot = theirs, ownRoot = ours, equal = true }, JsonOutput.Options)
            : FormattableString.Invariant($"{about.Target.Directory} follows {about.Card.Node.Log}\n{record.Size:N0} entries\nroot signed there   {theirs}\nroot computed here  {ours}\nThe roots are equal."));
    }

    // Worked out from the rows that were written, not taken from the checkpoint that came.
    private static byte[]? OwnRoot(SqliteRecord record) =>
        record.Size == 0 ? null : new MerkleProver(new TileNodes(record.Size, tile => record.Tile(tile))).Root(record.Size);
}
