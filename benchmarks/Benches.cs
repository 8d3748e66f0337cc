using Voltloop.Bench.Health;
using Voltloop.Bench.Http;
using Voltloop.Bench.Lineage;
using Voltloop.Bench.Passport;
using Voltloop.Bench.Quality;
using Voltloop.Bench.Record;
using Voltloop.Bench.Telemetry;
using Voltloop.Bench.Tracing;
using Voltloop.Tests.EndToEnd.Broker;

namespace Voltloop.Bench;

/// <summary>Every comparison, and the stores that several of them share.</summary>
internal sealed class Benches : IAsyncDisposable
{
    private const int Many = 300_000;
    private const int Million = 1_000_000;

    private static readonly FindQuestion[] Questions = [FindQuestion.Identifier, FindQuestion.Cell, FindQuestion.Window];
    private static readonly UpdateRun[] Updates = [new(1, 1), new(4, 1), new(16, 1), new(1, 100), new(16, 100)];

    private readonly FilledStores[] _stores = [new(100_000), new(Million)];
    private readonly FilledStores _large = new(10 * Million);
    private readonly Fleets _fleets = new();
    private readonly Chains _chain = new(Million);
    private readonly Chains _orderly = new(Million, isShuffled: false);
    private readonly Chains _longChain = new(10 * Million, isShuffled: false);
    private readonly Lazy<Task<RabbitServer>> _broker = new(RabbitServer.BeginAsync);

    public Benches() =>
        All =
        [
            new("record", "The record: writing, reading, room", "one table per noun in SQLite, written plainly", RecordRows),
            new("passport", "Passports over HTTP", "a bare Kestrel endpoint with the same bytes; a plain table", PassportRows),
            new("passport-1m", "Passports: room of a million", "a plain table", KeepRows) { IsLong = true },
            new("tracing", "Events: capture and queries", "SQLite with the events as they came, indexed", () => [.. CaptureRows(), .. Finds(_stores)]),
            new("tracing-10m", "Events: queries over ten million", "SQLite with the events as they came, indexed", () => Finds([_large])) { IsLong = true },
            new("lineage", "Lineage over a million cells", "recursive queries of SQLite over two covering tables", () => [.. Lineages(_chain), .. Lineages(_orderly).Where(c => c is WalkComparison)]),
            new("lineage-10m", "Lineage over ten million cells", "recursive queries of SQLite over two covering tables", () => Lineages(_longChain)) { IsLong = true },
            new("telemetry", "Telemetry", "a consumer or endpoint that only appends the bytes durably to a file", TelemetryRows),
            new("health", "Health: import and charge", "pandas parsing the same text; numpy with the same filter", HealthRows),
            new("health-windows", "Health: a window of a long series", "reading the whole series from the same store", WindowRows),
            new("health-models", "Health: models of life", "scikit-learn, one thread", () => LifeFit.All),
            new("quality", "Quality: charts and tolerances", "numpy and scipy, one thread, where a row does not say R", QualityRows),
            new("quality-structure", "Quality: what determines what along a line", "F1 of shrunk partial correlations above 0.08 on the same made-up lines; numpy with sets of at most one variable and no stations", () => StructureComparison.All),
            new("quality-commonality", "Quality: counting commonality", "numpy bincount", () => [new CommonalityComparison()]),
        ];

    /// <summary>In the order in which they are run.</summary>
    public IReadOnlyList<Bench> All { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores.Append(_large)) await store.DisposeAsync();
        if (_broker.IsValueCreated) await (await _broker.Value).DisposeAsync();
        foreach (var chain in new[] { _chain, _orderly, _longChain }) chain.Dispose();
        _fleets.Dispose();
    }

    private static IComparison[] RecordRows() =>
    [
        new BulkComparison(1), new BulkComparison(4), new OneByOneComparison(1), new OneByOneComparison(4), new OneByOneComparison(16),
        new SeriesInComparison(), new SeriesOutComparison(), new SeriesSizeComparison(), new ViewComparison(),
    ];

    private static IComparison[] CaptureRows() =>
    [
        new CaptureComparison(1), new CaptureComparison(4),
        new CaptureCost("ordinary events", EventSample.Document), new CaptureCost("key events", KeyEventDocument.Of),
    ];

    private static IEnumerable<IComparison> Finds(IEnumerable<FilledStores> filled) =>
        from store in filled from question in Questions from percent in new[] { 50, 95 } select new FindComparison(store, question, percent);

    private static IComparison[] HealthRows() =>
    [
        new ImportComparison("maccor/xTESLADIAG_000019_CH70.070.gz", @"pandas.read_csv(p, sep='\t', skiprows=1, low_memory=False)"),
        new ImportComparison("neware/neware_uio.csv.gz", "pandas.read_csv(p)"),
        new ImportComparison("pec/pec.csv.gz", "pandas.read_csv(p, skiprows=36, low_memory=False)"),
        new ImportComparison("landt/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.csv.gz", "pandas.read_csv(p, skiprows=6, index_col=False)"),
        new ImportComparison("bdf/DLR__LiGrHydra0b__20230131__POCV__25degC__Basytec.bdf.csv.gz", "pandas.read_csv(p)"),
        new ImportComparison("biologic/biol.mpr", null), new ImportCycles(),
        .. ChargeComparison.All,
    ];

    private static IComparison[] WindowRows() =>
        [new WindowComparison(5, 1), new WindowComparison(5, 0.01), new WindowComparison(20, 1), new WindowComparison(20, 0.01), new WindowComparison(20, 0.0001)];

    private static IComparison[] QualityRows() => [.. QualityTask.Comparisons(), new StreamComparison(), .. StackComparison.All];

    private static IComparison[] Lineages(Chains chains) =>
    [
        new BuildComparison(chains, bytes: false), new BuildComparison(chains, bytes: true),
        new StartComparison(chains, StartFigure.Open), new StartComparison(chains, StartFigure.Merge), new StartComparison(chains, StartFigure.Names),
        new WalkComparison(chains, "mother roll to packs", down: true, (chain, n) => chain.MotherRoll(n)),
        new WalkComparison(chains, "coater hour to packs", down: true, (chain, n) => chain.CoaterHour(n)),
        new WalkComparison(chains, "ore lot to packs", down: true, (chain, n) => chain.OreLot(n)),
        new WalkComparison(chains, "pack to ore lots", down: false, (chain, n) => chain.PackOf(n)),
    ];

    private IComparison[] PassportRows() =>
    [
        new PassportComparison("public passport, JSON", "?audience=public", 0.6),
        new PassportComparison("passport of the operator, JSON (logged)", ""),
        new PassportComparison("passport as of a day, JSON (never kept)", "?validAt=2030-01-01&audience=public"),
        .. from run in Updates from row in new IComparison[] { new UpdateComparison(run), new UpdateCostComparison(run) } select row,
        new FirstPageComparison(_fleets, Many, ("first page of the list, JSON", "/api/v1/things?limit=100")),
        new FirstPageComparison(_fleets, Many, ("first page of the search, HTML", "/search?q=FLEET-0123456")),
        new FirstPageComparison(_fleets, Many, ("search: text in the middle of one identifier, JSON", "/api/v1/things?text=ET-012345")),
        new FirstPageComparison(_fleets, Many, ("search: text that all have, JSON", "/api/v1/things?text=FLEET")),
        new FirstPageComparison(_fleets, Many, ("search: text that nothing has, JSON", "/api/v1/things?text=FLEET-X1")),
        new FirstPageComparison(_fleets, Many, ("search: whole identifier, JSON", "/api/v1/things?identifier=https%3A%2F%2Fid.gs1.org%2F01%2F09521234500018%2F21%2FFLEET-0123456")),
    ];

    private IComparison[] KeepRows() =>
        [new KeepComparison(_fleets, Million, "bytes"), new KeepComparison(_fleets, Million, "MB"), new KeepComparison(_fleets, Million, "ms")];

    private IComparison[] TelemetryRows() =>
    [
        new FeedComparison(_broker, samples: 60, messages: 20_000), new FeedComparison(_broker, samples: 1, messages: 30_000),
        new HttpComparison(clients: 1), new HttpComparison(clients: 8),
    ];
}
