using System.Globalization;
using Voltloop.Bench;
using Voltloop.Bench.Fuzz;
using Voltloop.Bench.Preserve;
using Voltloop.Bench.Quality;
using Voltloop.Bench.Telemetry;
using Voltloop.Bench.Tracing;

// One verb per comparison; each prints one table, and a whole one is kept for the page.
const int Kills = 40;
const int KillsOfEach = 20;
const int Seed = 18221;
const int KillSeed = 5;
const int CauseSeeds = 200;

await using var benches = new Benches();
switch (args)
{
    case ["preserve", ..]: return await new PreserveRun(Number(1, Kills), Number(2, Seed)).RunAsync();
    case ["telemetry-kills", ..]: return await KillBench.RunAsync(Number(1, KillsOfEach), Number(2, KillSeed));
    case ["quality-causes", ..]: return CauseTable.Run(Number(1, CauseSeeds), Number(2, 1));
    case ["balance", ..]:
        BalanceBench.Run(args[1..]);
        return 0;
    case ["fuzz", ..]: return await FuzzRun.RunAsync(args[1..]);
    case ["all"]: return await EveryBench.RunAsync(benches.All);
    case ["page"]:
        PerformancePage.Write(benches.All);
        return 0;
    default: return await CompareAsync();
}

int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;

async Task<int> CompareAsync()
{
    if (benches.All.FirstOrDefault(b => args.Length > 0 && b.Name == args[0]) is not { } bench)
    {
        Console.Error.WriteLine($"usage: ./bench {string.Join('|', benches.All.Select(b => b.Name))} [PART-OF-A-NAME] [--rounds N],");
        Console.Error.WriteLine("       ./bench all, ./bench page, ./bench preserve [KILLS] [SEED], ./bench telemetry-kills [KILLS] [SEED], ./bench quality-causes [SEEDS] [FIRST], ./bench fuzz [--seconds N] [--seed N] [--target NAME] or ./bench balance [NETWORKS]");
        return 2;
    }

    var at = Array.IndexOf(args, "--rounds");
    var part = args.Length > 1 && at != 1 ? args[1] : null;
    var wanted = bench.Comparisons().Where(c => part is null || c.Name.Contains(part, StringComparison.OrdinalIgnoreCase));
    var rows = await new Report(at > 0 ? Number(at + 1, 1) : 1).PrintAsync(bench.Name, wanted);
    if (part is null) new MeasuredBench(bench.Name, Machine.Text, DateTimeOffset.UtcNow, rows).Keep();
    return 0;
}
