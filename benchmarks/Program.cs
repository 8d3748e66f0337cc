using Voltloop.Bench;
using Voltloop.Bench.Http;
using Voltloop.Bench.Record;

// One verb per comparison; each prints one table and writes nothing else.
var benches = new Dictionary<string, Func<IEnumerable<IComparison>>>(StringComparer.Ordinal)
{
    ["record"] = () =>
    [
        new BulkComparison(1), new BulkComparison(4), new OneByOneComparison(1), new OneByOneComparison(4), new OneByOneComparison(16),
        new SeriesInComparison(), new SeriesOutComparison(), new SeriesSizeComparison(), new ViewComparison(),
    ],
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
