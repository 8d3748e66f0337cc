using System.Globalization;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Bench.Tracing;

/// <summary>
/// Detection of planted laundering in made-up networks: the network check beside what looks at each site alone. Synthetic: it says how
/// the ways compare, not how often real supply chains cheat.
/// </summary>
internal static class BalanceBench
{
    private const int Networks = 200;
    private static readonly double[] Shares = [0.02, 0.05, 0.1, 0.2, 0.3];
    private static readonly CustodyPolicy Policy = new() { WeighingUncertainty = 0.003, AssayUncertainty = 0.01 };

    private static readonly (string Name, Func<BalanceBooks, Detection?> Find)[] Ways =
        [("network check (ours)", Detector.Network), ("CUSUM per site", Detector.SiteCusum), ("3 u per site and month", Detector.Threshold)];

    public static void Run(string[] args)
    {
        var networks = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var asked) ? asked : Networks;
        Console.WriteLine($"bench balance: SYNTHETIC cobalt networks of 14 sites and 36 months, {networks} seeds a row, one culprit each (mine, trader or smelter).");
        Console.WriteLine("Weighing 0.3 %, assay 1 %, stocks counted monthly to 1 %. False alarms: accusations of a site without violation per network year.");
        Console.WriteLine($"{"undeclared",-24} {"way",-24} {"found",8} {"right site",11} {"median delay",13} {"false alarms/year",18}");
        foreach (var share in Shares) Row($"{share:P0} of shipments", Planted(share, networks, 0));
        Row("10 %, a scale drifts −4 %", Planted(0.1, networks, -0.04));
        Row("none", Honest(networks, 0));
        Row("none, a scale drifts −4 %", Honest(networks, -0.04));
    }

    private static void Row(string name, IReadOnlyList<SupplyScenario> scenarios)
    {
        var tables = Ways.Select(_ => new DetectionTable()).ToArray();
        foreach (var scenario in scenarios)
        {
            var books = SupplySimulation.Run(scenario, Policy);
            for (var way = 0; way < Ways.Length; way++)
            {
                if (scenario.Culprit is null) tables[way].AddHonest(scenario, Ways[way].Find(books));
                else tables[way].Add(scenario, Ways[way].Find(books));
            }
        }

        for (var way = 0; way < Ways.Length; way++) Print(way == 0 ? name : "", Ways[way].Name, (tables[way], scenarios[0].Culprit is not null));
    }

    private static void Print(string name, string way, (DetectionTable Table, bool Planted) of)
    {
        var (found, right, delay) = of.Planted
            ? ($"{of.Table.DetectionRate:P0}", $"{of.Table.Localisation:P0}", $"{of.Table.MedianDelay:0} months")
            : ("", "", "");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {way,-24} {found,8} {right,11} {delay,13} {of.Table.FalseAlarmsPerYear,18:0.000}"));
    }

    private static List<SupplyScenario> Planted(double share, int networks, double drift) => [.. Enumerable.Range(1, networks).Select(seed => Drifting(seed, drift) with
    {
        Culprit = SupplySimulation.Suspects[seed % SupplySimulation.Suspects.Count],
        Share = share,
        Since = 12 + (seed % 8),
    })];

    private static List<SupplyScenario> Honest(int networks, double drift) => [.. Enumerable.Range(1, networks).Select(seed => Drifting(seed + 10_000, drift))];

    private static SupplyScenario Drifting(int seed, double drift) => new(seed)
    {
        ScaleDrift = drift,
        DriftingScale = drift != 0 ? $"smelter-{(seed % 3) + 1}" : null,
        DriftSince = 6 + (seed % 5),
    };
}
