using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Replication;
using Voltloop.Record.Series;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Compliance.Replication;

/// <summary>A primary and its back-up in one process, without a network between them.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private static readonly Uri Address = new("https://primary.example");

    private readonly TempFolder _folder = new();

    private TwoNodes()
    {
        Primary = Open("primary");
        Backup = Open("backup");
    }

    public SqliteRecord Primary { get; set; }

    public SqliteRecord Backup { get; set; }

    public IReplica Replica => Backup.Replica!;

    public static async Task<TwoNodes> StartAsync()
    {
        var nodes = new TwoNodes();
        await nodes.FollowAsync();
        return nodes;
    }

    public string At(string name) => Path.Combine(_folder.Path, name);

    public SqliteRecord Open(string name) => SqliteRecord.Open(new SqliteRecordOptions { Directory = At(name) });

    public async Task FollowAsync() => await Replica.FollowAsync(Address, CardOf(Primary), Page(Primary, Replica.Cursor with { Revisions = 0 }));

    public static NodeCard CardOf(SqliteRecord record) => new(new KnownNode(record.Keys.Log, record.Keys.Document), record.Keys.Known, "did:web:keeper.example");

    /// <summary>The page as it arrives.</summary>
    public static ChangePage Page(SqliteRecord from, ChangeCursor after) => ChangePageCodec.Open(from.Replication!.Read(after), id => KeyOf(from, id));

    public ChangePage NextPage() => Page(Primary, Replica.Cursor);

    public static P256PublicKey? KeyOf(SqliteRecord node, string id) => node.Keys.Document.Find(id)?.Key;

    /// <summary>Takes one page with what it names.</summary>
    public ChangePage Step(ChangePage? page = null)
    {
        var next = page ?? NextPage();
        Replica.Apply(next, Fetched(next));
        return next;
    }

    public void CatchUp()
    {
        while (!Step().IsLast)
        {
        }
    }

    /// <summary>What a dishonest primary would sign: its own page, changed.</summary>
    public ChangePage Forged(Func<ChangePage, ChangePage> change) =>
        ChangePageCodec.Open(ChangePageCodec.Seal(change(NextPage()), Primary.Keys.Current()), id => KeyOf(Primary, id));

    /// <summary>The problem that a page is refused with; it must leave nothing behind.</summary>
    public string Refusal(ChangePage page)
    {
        var before = Replica.Cursor;
        var refused = Should.Throw<ProblemException>(() => Replica.Apply(page, Fetched(page)));
        Replica.Cursor.ShouldBe(before);
        return refused.Problem.Kind.Code;
    }

    public FetchedParts Fetched(ChangePage page)
    {
        SeriesGap[] gaps = [.. page.Series.Select(s => new SeriesGap(s.Spec.Id, Replica.SamplesOf(s.Spec.Id), s.Samples)).Where(gap => gap.From < gap.To)];
        var specs = page.Series.ToDictionary(s => s.Spec.Id, s => s.Spec, StringComparer.Ordinal);
        return new FetchedParts(Samples(gaps, specs), Documents(page));
    }

    public async Task ShouldBeEqualAsync()
    {
        var (here, there) = (Checkpoint.Parse(Backup.Checkpoint().Text), Checkpoint.Parse(Primary.Checkpoint().Text));
        here.IsSameTree(there).ShouldBeTrue();
        var report = await Backup.ExamineAsync(new DoctorOptions());
        report.Faults.ShouldBeEmpty();
        var other = await Primary.ExamineAsync(new DoctorOptions());
        // Samples that came at once are in fewer chunks, and a checkpoint is kept when it comes.
        string[] ofTheNodeItself = ["checkpoint", "chunk"];
        report.Counts.Where(count => !ofTheNodeItself.Contains(count.Key, StringComparer.Ordinal)).ShouldBe(other.Counts.Where(count => !ofTheNodeItself.Contains(count.Key, StringComparer.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        await Primary.DisposeAsync();
        await Backup.DisposeAsync();
        _folder.Dispose();
    }

    private List<ArrivedSamples> Samples(SeriesGap[] gaps, Dictionary<string, SeriesSpec> specs) => gaps.Length == 0 ? [] :
        [.. SeriesPieceCodec.Open(Primary.Replication!.ReadSeries(gaps), id => KeyOf(Primary, id)).Select(piece => new ArrivedSamples(specs[piece.Series], piece))];

    private Dictionary<string, byte[]> Documents(ChangePage page)
    {
        var fetched = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var document in page.Documents.Where(document => document.Bytes is null))
        {
            using var content = new MemoryStream();
            Primary.Replication!.OpenDocument(document.Document.Sha256).CopyTo(content);
            fetched.Add(document.Document.Sha256, content.ToArray());
        }

        return fetched;
    }
}
