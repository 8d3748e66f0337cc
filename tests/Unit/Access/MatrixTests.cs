using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Access;

/// <summary>
/// Audience x term x version x attachment, generated from the vocabulary, each cell asked of the real store, against the
/// points of Annex XIII written down here by hand.
/// </summary>
[Trait("Requirement", "LAW-02")]
[Trait("Requirement", "18221-2")]
[Trait("Requirement", "18221-4")]
[Trait("Requirement", "18239-3")]
public sealed class MatrixTests(ITestOutputHelper output)
{
    private static readonly (string Name, Actor Actor, int[] Points)[] Readers =
    [
        ("nobody", Actor.Anonymous, [1]),
        ("legitimate interest", World.Person(World.Driver, ActorRoles.None, "legitimate-interest"), [1, 2, 4]),
        ("authority", World.Person(World.Driver, ActorRoles.Writer, "authority"), [1, 2, 3]),
        ("commission, first reading", World.Person(World.Driver, ActorRoles.None, "commission"), [1, 2, 3]),
        ("commission, second reading", World.Person(World.Driver, ActorRoles.None, "commission-narrow"), [1, 2]),
        ("claims to be an operator", World.Person(World.Driver, ActorRoles.Writer, "operator"), [1]),
        ("another operator", World.Person(World.Workshop), [1]),
        ("responsible operator", World.Person(World.Maker), [0, 1, 2, 3, 4]),
        ("keeper", Actor.Keeper(World.Keeper, "keeper", "account"), [0, 1, 2, 3, 4]),
        ("keeper seeing as authority", Actor.Keeper(World.Keeper, "keeper", "desk").SeeingAs("authority"), [1, 2, 3]),
        ("responsible seeing as public", World.Person(World.Maker).SeeingAs("public"), [1]),
    ];

    private int _cells;
    private int _refused;
    private readonly List<string> _leaks = [];
    private readonly List<string> _gaps = [];

    [Fact]
    public async Task Every_cell_of_audience_term_version_and_attachment_is_as_annex_XIII_says()
    {
        await using var world = await FilledAsync();
        await CheckAsync(world, term => term.AccessPoint, "table unchanged");

        var before = world.Vocabulary.Terms.ToDictionary(term => term.Id, term => term.AccessPoint);
        world.Use(Rotated(world));
        world.Vocabulary.Terms.Count(term => before[term.Id] != term.AccessPoint).ShouldBeGreaterThan(150);
        await CheckAsync(world, term => before[term.Id], "table changed");

        output.WriteLine($"{_cells} cells, {_refused} of them negative, {_leaks.Count} leaks, {_gaps.Count} wrongly refused");
        TestContext.Current.AddAttachment("access-matrix", $"{_cells} cells, {_refused} negative, {_leaks.Count} leaks");
        _leaks.ShouldBeEmpty();
        _gaps.ShouldBeEmpty();
        _cells.ShouldBeGreaterThan(20_000);
        _refused.ShouldBeGreaterThan(8_000);
    }

    private async Task CheckAsync(World world, Func<Term, int> pointThen, string table)
    {
        foreach (var (name, actor, points) in Readers)
        {
            world.As(actor);
            var seen = await SeenAsync(world);
            foreach (var term in world.Vocabulary.Terms)
            {
                var expected = points.Contains(term.AccessPoint) && points.Contains(pointThen(term));
                foreach (var (way, terms) in seen)
                {
                    if (way.StartsWith("attachment", StringComparison.Ordinal) && term.Id == AccessTerms.Responsible) continue;
                    Cell(expected, terms.Contains(term.Id), $"{table}: {name}, {way} of {term.Id}");
                }
            }
        }
    }

    private void Cell(bool expected, bool found, string what)
    {
        _cells++;
        _refused += expected ? 0 : 1;
        if (found && !expected) _leaks.Add(what);
        if (!found && expected) _gaps.Add(what);
    }

    private static async Task<Dictionary<string, HashSet<string>>> SeenAsync(World world)
    {
        var history = await HistoryAsync(world);
        return new Dictionary<string, HashSet<string>>
        {
            ["current"] = Terms(await world.Reader.ReadStatementsAsync(World.Battery, AsOf.Latest)),
            ["past"] = Terms(await world.Reader.ReadStatementsAsync(World.Battery, new AsOf(DateTimeOffset.MaxValue, Between))),
            ["history, newest"] = Terms(history.Where(s => s.RecordedAt > Between)),
            ["history, oldest"] = Terms(history.Where(s => s.RecordedAt <= Between)),
            ["scan"] = await ScanAsync(world),
            ["attachment of today"] = await DocumentsAsync(world, "new"),
            ["attachment of the past"] = await DocumentsAsync(world, "old"),
        };
    }

    private static HashSet<string> Terms(IEnumerable<RecordedStatement> statements) => statements.Select(s => s.Statement.Term).ToHashSet();

    // Small pages, so that cursors are tried as well.
    private static async Task<List<RecordedStatement>> HistoryAsync(World world)
    {
        var all = new List<RecordedStatement>();
        for (string? cursor = null; ;)
        {
            var page = await world.Reader.ReadHistoryAsync(new HistoryQuery(World.Battery) { Limit = 37, Cursor = cursor });
            all.AddRange(page.Items);
            if ((cursor = page.Next) is null) return all;
            page.Items.Count.ShouldBe(37);
        }
    }

    private static async Task<HashSet<string>> ScanAsync(World world)
    {
        var found = new HashSet<string>();
        foreach (var term in world.Vocabulary.Terms)
        {
            await foreach (var statement in world.Reader.ReadTermAsync(term.Id, AsOf.Latest)) found.Add(statement.Statement.Term);
        }

        return found;
    }

    private static async Task<HashSet<string>> DocumentsAsync(World world, string version)
    {
        var found = new HashSet<string>();
        foreach (var term in world.Vocabulary.Terms)
        {
            var hash = Hash(version, term.Id);
            var document = await world.Reader.FindDocumentAsync(hash);
            (await OpensAsync(world, hash)).ShouldBe(document is not null);
            if (document is not null) found.Add(term.Id);
        }

        return found;
    }

    private static async Task<bool> OpensAsync(World world, string hash)
    {
        try
        {
            await using var stream = await world.Reader.OpenDocumentAsync(hash);
            return stream.Length > 0;
        }
        catch (ProblemException e) when (e.Problem.Kind == CommonProblems.NotFound)
        {
            return false;
        }
    }

    private static readonly DateTimeOffset Between = new(2027, 3, 1, 13, 0, 0, TimeSpan.Zero);

    private static async Task<World> FilledAsync()
    {
        var world = await new World().WithThingsAsync();
        await world.AsKeeper().Rights.HandOverAsync(World.Battery, World.Maker, null);
        await world.WriteAsync(world.State(World.Keeper, AccessTerms.Table, world.Points.ToJson()));
        world.Clock.Pass(TimeSpan.FromMinutes(30));
        await FillAsync(world, "old");
        world.Clock.Pass(TimeSpan.FromHours(1));
        await FillAsync(world, "new");
        world.Clock.Pass(TimeSpan.FromHours(1));
        world.Use(world.Vocabulary);
        return world;
    }

    private static Task FillAsync(World world, string version) => world.Record.WriteAsync(new WriteBatch
    {
        Documents = [.. world.Vocabulary.Terms.Select(term => new DocumentContent($"{version}.txt", "text/plain", Bytes(version, term.Id)))],
        Assertions = [new Assertion("test", [.. world.Vocabulary.Terms.Select(term => world.State(World.Battery, term.Id, Value(version, term.Id)))])],
    });

    private static string Value(string version, string term) => term == AccessTerms.Responsible
        ? $"\"{World.Maker}\""
        : $$"""{"version":"{{version}}","files":[{"href":"https://files.example/{{Hash(version, term)}}"}]}""";

    private static byte[] Bytes(string version, string term) => Encoding.UTF8.GetBytes($"{version} {term}");

    private static string Hash(string version, string term) => Convert.ToHexStringLower(SHA256.HashData(Bytes(version, term)));

    // Every term moves to another point: what was recorded before must keep its old restriction beside the new one.
    private static Vocabulary Rotated(World world)
    {
        var folder = Directory.CreateDirectory(Path.Combine(world.Folder, "own-tables")).FullName;
        var rows = world.Vocabulary.Terms.Select(t => $"{t.Id},x,Own,structure,,{(t.AccessPoint % 4) + 1},static,item,,,,");
        File.WriteAllText(Path.Combine(folder, "terms.csv"), "id,label,group,type,unit,accessPoint,change,granularity,dataPoint,provision,description,source\n" + string.Join('\n', rows) + "\n");
        return Vocabulary.Load(folder);
    }
}
