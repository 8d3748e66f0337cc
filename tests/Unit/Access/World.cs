using Voltloop.Core.Identities;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Access;

/// <summary>A store in a folder of its own with the real decision point in front, and an actor that a test chooses.</summary>
internal sealed class World : IActorSource, IAsyncDisposable
{
    public static readonly ThingId Keeper = ThingId.Parse("did:web:keeper.example");
    public static readonly ThingId Maker = ThingId.Parse("did:web:maker.example");
    public static readonly ThingId Workshop = ThingId.Parse("did:web:workshop.example");
    public static readonly ThingId Driver = ThingId.Parse("did:web:driver.example");
    public static readonly ThingId Model = ThingId.Parse("https://id.gs1.org/01/09521234500018");
    public static readonly ThingId Battery = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/B1");
    public static readonly ThingId Other = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/B2");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voltloop-access-");
    private ActorSession _session = new(Actor.Anonymous);

    public World(string? ownTables = null)
    {
        Record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory.FullName, Time = Clock });
        Use(Vocabulary.Load(ownTables));
    }

    public TestClock Clock { get; } = new();

    public SqliteRecord Record { get; }

    public Vocabulary Vocabulary { get; private set; } = null!;

    public TermPoints Points { get; private set; } = null!;

    public RecordAccess Access { get; private set; } = null!;

    public RightsDesk Rights { get; private set; } = null!;

    public IRecordReader Reader { get; private set; } = null!;

    public IRecordWriter Writer { get; private set; } = null!;

    public ActorSession Current => _session;

    public string Folder => _directory.FullName;

    /// <summary>Starts the decision point over the same store, perhaps with other tables: what a restart does.</summary>
    public void Use(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        Points = new TermPoints(vocabulary);
        var register = new AccessRegister(Record, Points);
        register.LoadAsync(Keeper).GetAwaiter().GetResult();
        Access = new RecordAccess(new AccessPolicy(Keeper, vocabulary.Audiences, Points, register), register, Record.References);
        var work = new ActorWork(this, Clock, Record.AccessLog);
        Rights = new RightsDesk(Record, Record, Access, work);
        Reader = new ActorRecordReader(Record, Access, this, Clock);
        Writer = new ActorRecordWriter(Record, Record, Access, work);
    }

    public static Actor Person(ThingId operatorId, ActorRoles roles = ActorRoles.Writer, params string[] audiences) =>
        new(operatorId, "someone", audiences.ToHashSet(), roles) { Authentication = "key" };

    public World As(Actor actor)
    {
        _session = new ActorSession(actor);
        return this;
    }

    public World AsKeeper() => As(Actor.Keeper(Keeper, "keeper", "account"));

    public Task WriteAsync(params Statement[] statements) => Record.WriteAsync(new WriteBatch { Assertions = [new Assertion("test", statements)] });

    public Statement State(ThingId thing, string term, string json) => new(thing, term, StatementValue.FromStoredJson(json), Clock.Now);

    public async Task<World> WithThingsAsync()
    {
        await Record.WriteAsync(new WriteBatch
        {
            Things = [new Thing(Model, ThingKind.Model, "Model"), new Thing(Battery, ThingKind.Battery, "Battery one", Model), new Thing(Other, ThingKind.Battery, "Battery two", Model)],
        });
        return this;
    }

    public async Task<World> WithResponsibleAsync(ThingId thing, ThingId operatorId)
    {
        await WriteAsync(new Statement(thing, AccessTerms.Responsible, StatementValue.Of(operatorId.Value), Clock.Now));
        Use(Vocabulary);
        return this;
    }

    public Task AppendSeriesAsync(ThingId thing, string? source = null) => Record.WriteAsync(new WriteBatch
    {
        Series = [new SeriesAppend(new SeriesSpec("urn:series:" + thing.Value, thing, "cycles", [new ChannelSpec("cycle_count", "1")]) { Source = source }, [[1.0, 2.0]])],
    });

    public async Task<bool> ReadsAsync(string term, ThingId? thing = null) =>
        (await Reader.ReadStatementsAsync(thing ?? Battery, Core.Time.AsOf.Latest)).Any(s => s.Statement.Term == term);

    public async ValueTask DisposeAsync()
    {
        await Record.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
