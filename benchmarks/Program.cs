using Voltloop.Bench;
using Voltloop.Bench.Http;
using Voltloop.Bench.Lineage;
using Voltloop.Bench.Passport;
using Voltloop.Bench.Record;

// One verb per comparison; each prints one table and writes nothing else.
using var many = new LargeStore(300_000);
using var million = new LargeStore(1_000_000);
using var chain = new Chains(1_000_000);
using var longChain = new Chains(10_000_000);
var benches = new Dictionary<string, Func<IEnumerable<IComparison>>>(StringComparer.Ordinal)
{
    ["record"] = () =>
    [
        new BulkComparison(1), new BulkComparison(4), new OneByOneComparison(1), new OneByOneComparison(4), new OneByOneComparison(16),
        new SeriesInComparison(), new SeriesOutComparison(), new SeriesSizeComparison(), new ViewComparison(),
    ],
    ["passport"] = () =>
    [
        new PassportComparison("public passport, JSON", ""),
        new PassportComparison("passport of the operator, JSON", "?audience=operator"),
        new PassportComparison("passport as of a day, JSON (never kept)", "?validAt=2030-01-01"),
        new UpdateComparison(1), new UpdateComparison(4), new UpdateComparison(16),
        new FirstPageComparison(many, ("first page of the list, JSON", "/api/v1/things?limit=100")),
        new FirstPageComparison(many, ("first page of the search, HTML", "/search?q=FLEET-0123456")),
        new KeepComparison(million, "bytes"), new KeepComparison(million, "MB"), new KeepComparison(million, "ms"),
    ],
    ["lineage"] = () => Lineages(chain),
    ["lineage-10m"] = () => Lineages(longChain),
    ["http"] = () =>
    [
        new PassportComparison("public passport, JSON", "?audience=public"),
        new PassportComparison("passport of the operator, JSON", ""),
        new PassportComparison("passport as of a day, JSON (never kept)", "?validAt=2030-01-01&audience=public"),
    ],
};

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    Console.Error.WriteLine($"usage: ./bench {string.Join('|', benches.Keys)} [PART-OF-A-NAME]");
    return 2;
}

var wanted = bench().Where(c => args.Length < 2 || c.Name.Contains(args[1], StringComparison.OrdinalIgnoreCase));
await Report.Print(args[0], wanted);
return 0;

static IEnumerable<IComparison> Lineages(Chains chains) =>
[
    new BuildComparison(chains, bytes: false), new BuildComparison(chains, bytes: true),
    new WalkComparison(chains, "mother roll to packs", down: true, (chain, n) => chain.MotherRoll(n)),
    new WalkComparison(chains, "coater hour to packs", down: true, (chain, n) => chain.CoaterHour(n)),
    new WalkComparison(chains, "ore lot to packs", down: true, (chain, n) => chain.OreLot(n)),
    new WalkComparison(chains, "pack to ore lots", down: false, (chain, n) => chain.PackOf(n)),
];
