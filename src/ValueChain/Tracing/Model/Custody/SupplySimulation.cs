namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// A made-up supply network of cobalt for tests and benchmarks: six mines, three traders, three smelters and two makers of cathode
/// precursor, with weighing and assay errors, stocks that are counted monthly, and transports that cross the end of a month. It is
/// synthetic: it shows that the checks work, not how often real supply chains cheat.
/// </summary>
internal sealed class SupplySimulation
{
    /// <summary>Element that is followed.</summary>
    public const string Element = "Co";

    private const double Weighing = 0.003;
    private const double Assay = 0.01;
    private const double Counting = 0.01;
    private const double SmelterRecovery = 0.94;
    private const double MineOutput = 20_000;

    private static readonly DateTimeOffset Begin = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SupplyScenario _scenario;
    private readonly Random _random;
    private readonly List<MassFlow> _flows = [];
    private readonly Dictionary<string, double> _stock = new(StringComparer.Ordinal);
    private readonly List<(int Month, string Site, double Kg)> _coming = [];
    private int _lots;

    private SupplySimulation(SupplyScenario scenario) => (_scenario, _random) = (scenario, new Random(scenario.Seed));

    /// <summary>Who sells to whom, in what parts.</summary>
    public static IReadOnlyDictionary<string, (string To, double Part)[]> Routes { get; } = new Dictionary<string, (string, double)[]>(StringComparer.Ordinal)
    {
        ["mine-1"] = [("trader-1", 1)], ["mine-2"] = [("trader-1", 0.6), ("trader-2", 0.4)], ["mine-3"] = [("trader-2", 1)],
        ["mine-4"] = [("trader-3", 1)], ["mine-5"] = [("trader-3", 0.5), ("smelter-3", 0.5)], ["mine-6"] = [("smelter-3", 1)],
        ["trader-1"] = [("smelter-1", 0.7), ("smelter-2", 0.3)], ["trader-2"] = [("smelter-1", 0.4), ("smelter-2", 0.6)], ["trader-3"] = [("smelter-2", 0.5), ("smelter-3", 0.5)],
        ["smelter-1"] = [("precursor-1", 1)], ["smelter-2"] = [("precursor-1", 0.5), ("precursor-2", 0.5)], ["smelter-3"] = [("precursor-2", 1)],
        ["precursor-1"] = [("battery-maker", 1)], ["precursor-2"] = [("battery-maker", 1)],
    };

    /// <summary>Sites where material can be mixed in.</summary>
    public static IReadOnlyList<string> Suspects { get; } = [.. Routes.Keys.Where(site => !site.StartsWith("precursor", StringComparison.Ordinal))];

    /// <summary>The books that the network leaves behind.</summary>
    public static BalanceBooks Run(SupplyScenario scenario, CustodyPolicy policy)
    {
        var simulation = new SupplySimulation(scenario);
        for (var month = 0; month < scenario.Months; month++) simulation.Live(month);
        var periods = LedgerPeriod.Cover(Begin, Begin.AddMonths(scenario.Months), PeriodLength.Month);
        SiteFacts[] facts = [.. Routes.Keys.Where(IsProcess).Select(site => new SiteFacts(site, Element) { Recovery = new Amount(SmelterRecovery, 0.01) })];
        return new BalanceBooks([.. simulation._flows.Where(flow => flow.At < periods[^1].To).OrderBy(flow => flow.At)], periods, policy, facts);
    }

    private static bool IsProcess(string site) => site.StartsWith("smelter", StringComparison.Ordinal) || site.StartsWith("precursor", StringComparison.Ordinal);

    private void Live(int month)
    {
        foreach (var (_, site, kg) in _coming.Where(lot => lot.Month == month)) Add(site, kg);
        _coming.RemoveAll(lot => lot.Month == month);
        foreach (var site in Routes.Keys) Work(site, month);
        foreach (var site in Routes.Keys) Book(new MassFlow(FlowKind.Counted, site, "stock of " + site, Element, Measured(_stock.GetValueOrDefault(site), Counting)) { At = Day(month, 27.9), Event = "count" });
    }

    private void Work(string site, int month)
    {
        var ready = site.StartsWith("mine", StringComparison.Ordinal) ? Mine(site, month) : _stock.GetValueOrDefault(site) * (0.85 + (0.1 * _random.NextDouble()));
        Add(site, -ready);
        if (IsProcess(site)) ready = Smelt(site, ready, month);
        var mixed = _scenario.Culprit == site && month >= _scenario.Since ? ready * _scenario.Share / (1 - _scenario.Share) : 0;
        foreach (var (to, part) in Routes[site]) Ship(site, to, (ready + mixed) * part, month);
    }

    private double Mine(string site, int month)
    {
        var season = 1 + (0.1 * Math.Sin(2 * Math.PI * month / 12));
        var kg = MineOutput * season * (1 + (0.15 * Gauss()));
        Book(Flow(FlowKind.Extracted, site, kg, (month, 2)));
        Add(site, kg);
        return _stock[site] * (0.85 + (0.1 * _random.NextDouble()));
    }

    private double Smelt(string site, double kg, int month)
    {
        Book(Flow(FlowKind.Consumed, site, kg, (month, 8)));
        var kept = kg * (SmelterRecovery + (0.004 * Gauss()));
        Book(Flow(FlowKind.Produced, site, kept, (month, 9)));
        return kept;
    }

    private void Ship(string from, string to, double kg, int month)
    {
        var lot = $"lot-{++_lots}";
        var leaves = 10 + (17 * _random.NextDouble());
        Book(Flow(FlowKind.Shipped, from, kg, (month, leaves)) with { Lot = lot, Counterpart = to });
        if (!Routes.ContainsKey(to)) return;
        var days = leaves + 3 + (15 * _random.NextDouble());
        var (arrives, at) = days < 28 ? (month, days) : (month + 1, (days - 28) / 4);
        var scale = _scenario.DriftingScale == to && month >= _scenario.DriftSince ? 1 + _scenario.ScaleDrift : 1;
        if (arrives < _scenario.Months) Book(Flow(FlowKind.Received, to, kg * scale, (arrives, at)) with { Lot = lot, Counterpart = from });
        if (arrives == month) Add(to, kg);
        else _coming.Add((arrives, to, kg));
    }

    private MassFlow Flow(FlowKind kind, string site, double kg, (int Month, double Day) at) =>
        new(kind, site, $"{kind}-{site}-{at.Month}", Element, Measured(kg, Math.Sqrt((Weighing * Weighing) + (Assay * Assay)))) { At = Day(at.Month, at.Day), Event = $"{kind}-{++_lots}" };

    private Amount Measured(double kg, double relative) => new(kg * (1 + (relative * Gauss())), Math.Max(1e-6, kg * relative));

    private void Book(MassFlow flow) => _flows.Add(flow);

    private void Add(string site, double kg) => _stock[site] = _stock.GetValueOrDefault(site) + kg;

    private static DateTimeOffset Day(int month, double day) => Begin.AddMonths(month).AddDays(day);

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
