using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Replication;
using Voltloop.Record.Signing;

namespace Voltloop.App.Preservation;

/// <summary>Takes what the primary has, page by page. What was written is never asked for again, so it goes on where it ended.</summary>
/// <param name="replica">The node's own part.</param>
/// <param name="client">The primary.</param>
/// <param name="log">Knows the keys of the primary.</param>
internal sealed class ReplicaSession(IReplica replica, NodeClient client, IRecordLog log)
{
    /// <summary>Samples over all channels that may come in one transaction with their page.</summary>
    private const long MaxTogether = 2_000_000;

    private const int MaxGaps = 200;

    /// <summary>Takes one page; it may be empty.</summary>
    /// <param name="wait">How long the primary may hold the question when it has nothing.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ProblemException">The primary does not answer, or what it sent is refused; nothing of it was written.</exception>
    public async Task<ChangePage> StepAsync(TimeSpan wait, CancellationToken cancellation)
    {
        var page = await PageAsync(wait, cancellation);
        var rest = page;
        if (Missing(page) > MaxTogether)
        {
            replica.Apply(page.OnlyThings(), FetchedParts.None);
            rest = page.WithoutThings();
            await CatchUpAsync(rest, cancellation);
        }

        replica.Apply(rest, new FetchedParts(await SamplesAsync(rest, cancellation), await DocumentsAsync(rest, cancellation)));
        return page;
    }

    /// <summary>Takes pages until there is nothing left.</summary>
    /// <param name="onPage">Told of each.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task CatchUpAsync(Action<ChangePage> onPage, CancellationToken cancellation)
    {
        for (var isLast = false; !isLast;)
        {
            var page = await StepAsync(TimeSpan.Zero, cancellation);
            isLast = page.IsLast;
            onPage(page);
        }
    }

    private async Task<ChangePage> PageAsync(TimeSpan wait, CancellationToken cancellation)
    {
        var bytes = await client.PageAsync(replica.Cursor, wait, cancellation);
        try
        {
            return ChangePageCodec.Open(bytes, KeyOf);
        }
        catch (ProblemException e) when (e.Problem.Kind == ProofProblems.UnknownKey)
        {
            await RenewAsync(cancellation);
            return ChangePageCodec.Open(bytes, KeyOf);
        }
    }

    // The primary's key may have changed; it is the same node when it still shows all its former keys.
    private async Task RenewAsync(CancellationToken cancellation)
    {
        var card = await client.CardAsync(cancellation);
        if (Primary() is { } known && !known.IsContinuedBy(card.Node))
        {
            throw new ProblemException(ReplicationProblems.OtherNode, $"The primary is {card.Node.Log} with other keys; {known.Log} was followed so far.");
        }

        log.Keys.Remember([.. card.Before, card.Node]);
    }

    private KnownNode? Primary() => log.Keys.Known.FirstOrDefault(node => node.Log == replica.State.Log);

    private P256PublicKey? KeyOf(string id) => Primary()?.Document.Find(id)?.Key;

    private long Missing(ChangePage page) => page.Series.Sum(series => (series.Samples - replica.SamplesOf(series.Spec.Id)) * series.Spec.Channels.Count);

    private async Task CatchUpAsync(ChangePage page, CancellationToken cancellation)
    {
        while (Missing(page) > MaxTogether)
        {
            replica.Apply(await FetchAsync(page, [.. Gaps(page).Take(MaxGaps)], cancellation));
        }
    }

    private async Task<IReadOnlyList<ArrivedSamples>> SamplesAsync(ChangePage page, CancellationToken cancellation)
    {
        var all = new List<ArrivedSamples>();
        var gaps = Gaps(page).ToList();
        while (gaps.Count > 0)
        {
            var arrived = await FetchAsync(page, [.. gaps.Take(MaxGaps)], cancellation);
            if (arrived.Count == 0)
            {
                throw new ProblemException(ReplicationProblems.Damaged, $"The primary sends no samples of {gaps[0].Series}.");
            }

            all.AddRange(arrived);
            gaps = [.. gaps.Select(gap => Rest(gap, arrived)).Where(gap => gap.From < gap.To)];
        }

        return all;
    }

    private async Task<IReadOnlyList<ArrivedSamples>> FetchAsync(ChangePage page, IReadOnlyList<SeriesGap> gaps, CancellationToken cancellation)
    {
        var specs = page.Series.ToDictionary(series => series.Spec.Id, series => series.Spec, StringComparer.Ordinal);
        var pieces = SeriesPieceCodec.Open(await client.SeriesAsync(gaps, cancellation), KeyOf);
        return [.. pieces.Where(piece => specs.ContainsKey(piece.Series)).Select(piece => new ArrivedSamples(specs[piece.Series], piece))];
    }

    private IEnumerable<SeriesGap> Gaps(ChangePage page) => page.Series
        .Select(series => new SeriesGap(series.Spec.Id, replica.SamplesOf(series.Spec.Id), series.Samples)).Where(gap => gap.From < gap.To);

    private static SeriesGap Rest(SeriesGap gap, IReadOnlyList<ArrivedSamples> arrived) =>
        gap with { From = gap.From + arrived.Where(one => one.Piece.Series == gap.Series).Sum(one => (long)one.Piece.Count) };

    private async Task<Dictionary<string, byte[]>> DocumentsAsync(ChangePage page, CancellationToken cancellation)
    {
        var fetched = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var document in page.Documents.Where(document => document.Bytes is null))
        {
            fetched[document.Document.Sha256] = await client.DocumentAsync(document.Document.Sha256, cancellation);
        }

        return fetched;
    }
}
