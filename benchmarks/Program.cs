using System.Globalization;
using Voltloop.Bench;
using Voltloop.Bench.Health;
using Voltloop.Bench.Http;
using Voltloop.Bench.Lineage;
using Voltloop.Bench.Passport;
using Voltloop.Bench.Preserve;
using Voltloop.Bench.Quality;
using Voltloop.Bench.Record;
using Voltloop.Bench.Telemetry;
using Voltloop.Bench.Tracing;
using Voltloop.Tests.EndToEnd.Broker;

FilledStores[] stores = [new(100_000), new(1_000_000)];
FilledStores[] large = [new(10_000_000)];
FindQuestion[] questions = [FindQuestion.Identifier, FindQuestion.Cell, FindQuestion.Window];

// One verb per comparison; each prints one table and writes nothing else.
const int Many = 300_000;
const int Million = 1_000_000;
using var fleets = new Fleets();
UpdateRun[] updates = [new(1, 1), new(4, 1), new(16, 1), new(1, 100), new(16, 100)];
var broker = new Lazy<Task<RabbitServer>>(RabbitServer.BeginAsync);
using var chain = new Chains(1_000_000);
using var orderly = new Chains(1_000_000, isShuffled: false);
using var longChain = new Chains(10_000_000, isShuffled: false);
var benches = new Dictionary<string, Func<IEnumerable<IComparison>>>(StringComparer.Ordinal)
{
    ["record"] = () =>
    [
        new BulkComparison(1), new BulkComparison(4), new OneByOneComparison(1), new OneByOneComparison(4), new OneByOneComparison(16),
        new SeriesInComparison(), new SeriesOutComparison(), new SeriesSizeComparison(), new ViewComparison(),
    ],
    ["tracing"] = () =>
    [
        new CaptureComparison(1), new CaptureComparison(4), new CaptureCost("ordinary events", EventSample.Document), new CaptureCost("key events", KeyEventDocument.Of),
        .. Finds(stores),
    ],
    ["tracing-10m"] = () => Finds(large),
    ["tracing-cost"] = () => [new CaptureCost("ordinary events", EventSample.Document), new CaptureCost("key events", KeyEventDocument.Of)],
    ["passport"] = () =>
    [
        new PassportComparison("public passport, JSON", "?audience=public", 0.6),
        new PassportComparison("passport of the operator, JSON (logged)", ""),
        new PassportComparison("passport as of a day, JSON (never kept)", "?validAt=2030-01-01&audience=public"),
        .. from run in updates from row in new IComparison[] { new UpdateComparison(run), new UpdateCostComparison(run) } select row,
        new FirstPageComparison(fleets, Many, ("first page of the list, JSON", "/api/v1/things?limit=100")),
        new FirstPageComparison(fleets, Many, ("first page of the search, HTML", "/search?q=FLEET-0123456")),
        new FirstPageComparison(fleets, Many, ("search: text in the middle of one identifier, JSON", "/api/v1/things?text=ET-012345")),
        new FirstPageComparison(fleets, Many, ("search: text that all have, JSON", "/api/v1/things?text=FLEET")),
        new FirstPageComparison(fleets, Many, ("search: text that nothing has, JSON", "/api/v1/things?text=FLEET-X1")),
        new FirstPageComparison(fleets, Many, ("search: whole identifier, JSON", "/api/v1/things?identifier=https%3A%2F%2Fid.gs1.org%2F01%2F09521234500018%2F21%2FFLEET-0123456")),
        new KeepComparison(fleets, Million, "bytes"), new KeepComparison(fleets, Million, "MB"), new KeepComparison(fleets, Million, "ms"),
    ],
    ["health"] = () =>
    [
        new ImportComparison("maccor/xTESLADIAG_000019_CH70.070.gz", @"pandas.read_csv(p, sep='\t', skiprows=1, low_memory=False)"),
        new ImportComparison("neware/neware_uio.csv.gz", "pandas.read_csv(p)"),
        new ImportComparison("pec/pec.csv.gz", "pandas.read_csv(p, skiprows=36, low_memory=False)"),
        new ImportComparison("landt/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.csv.gz", "pandas.read_csv(p, skiprows=6, index_col=False)"),
        new ImportComparison("bdf/DLR__LiGrHydra0b__20230131__POCV__25degC__Basytec.bdf.csv.gz", "pandas.read_csv(p)"),
        new ImportComparison("biologic/biol.mpr", null), new ImportCycles(),
        .. ChargeComparison.All,
    ],
    ["telemetry"] = () =>
    [
        new FeedComparison(broker, samples: 60, messages: 20_000), new FeedComparison(broker, samples: 1, messages: 30_000),
        new HttpComparison(clients: 1), new HttpComparison(clients: 8),
    ],
    ["quality"] = () =>
    [
        new ScoreComparison(),
        new MewmaComparison(),
        new StreamComparison(),
        new RulesComparison(),
        .. StackComparison.All,
    ],
    ["health-windows"] = () => [new WindowComparison(5, 1), new WindowComparison(5, 0.01), new WindowComparison(20, 1), new WindowComparison(20, 0.01), new WindowComparison(20, 0.0001)],
    ["health-models"] = () => LifeFit.All,
    ["quality-commonality"] = () => [new CommonalityComparison()],
    ["lineage"] = () => [.. Lineages(chain), .. Lineages(orderly).Where(c => c is WalkComparison)],
    ["lineage-10m"] = () => Lineages(longChain),
};

if (args is ["preserve", ..])
{
    const int Kills = 40;
    const int Seed = 18221;
    return await new PreserveRun(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Kills, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : Seed).RunAsync();
}

if (args is ["telemetry-kills", ..])
{
    const int KillsOfEach = 20;
    const int KillSeed = 5;
    return await KillBench.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : KillsOfEach, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : KillSeed);
}

if (args is ["quality-causes", ..])
{
    const int CauseSeeds = 200;
    return CauseTable.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : CauseSeeds);
}

if (args.Length > 0 && args[0] == "balance")
{
    BalanceBench.Run(args[1..]);
    return 0;
}

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"usage: ./bench {string.Join('|', benches.Keys)} [PART-OF-A-NAME], ./bench preserve [KILLS] [SEED], ./bench telemetry-kills [KILLS] [SEED], ./bench quality-causes [SEEDS] or ./bench balance [NETWORKS]");
    return 2;
}

var wanted = bench().Where(c => args.Length < 2 || c.Name.Contains(args[1], StringComparison.OrdinalIgnoreCase));
await Report.Print(args[0], wanted);
foreach (var store in stores.Concat(large)) await store.DisposeAsync();
if (broker.IsValueCreated) await (await broker.Value).DisposeAsync();
return 0;

IEnumerable<IComparison> Finds(FilledStores[] filled) =>
    from store in filled from question in questions from percent in new[] { 50, 95 } select new FindComparison(store, question, percent);

static IEnumerable<IComparison> Lineages(Chains chains) =>
[
    new BuildComparison(chains, bytes: false), new BuildComparison(chains, bytes: true),
    new StartComparison(chains, StartFigure.Open), new StartComparison(chains, StartFigure.Merge), new StartComparison(chains, StartFigure.Names),
    new WalkComparison(chains, "mother roll to packs", down: true, (chain, n) => chain.MotherRoll(n)),
    new WalkComparison(chains, "coater hour to packs", down: true, (chain, n) => chain.CoaterHour(n)),
    new WalkComparison(chains, "ore lot to packs", down: true, (chain, n) => chain.OreLot(n)),
    new WalkComparison(chains, "pack to ore lots", down: false, (chain, n) => chain.PackOf(n)),
];
