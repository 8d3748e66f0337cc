using Voltloop.Kernels.Commonality;

namespace Voltloop.Bench.Quality;

/// <summary>A made-up genealogy with a planted cause: units in the order of time through steps with machines, in lots of 100. Everything follows from the seed.</summary>
internal sealed class PlantedGenealogy
{
    /// <summary>Kinds of planted causes, one after the other by seed.</summary>
    public static readonly string[] Kinds = ["nothing", "machine", "machine in a time", "machine with a confounder", "lot split over machines", "two machines"];

    private const int Steps = 8;
    private const int Machines = 6;
    private const int LotUnits = 100;
    private const double BaseRate = 0.01;
    private readonly ushort[][] _codes;
    private readonly Random _random;

    /// <summary>Makes one.</summary>
    /// <param name="seed">Seed; it also chooses kind and effect.</param>
    /// <param name="units">Units.</param>
    public PlantedGenealogy(int seed, int units)
    {
        (_random, Kind, Units) = (new Random(seed), seed % Kinds.Length, units);
        Ratio = 3 + (7 * _random.NextDouble());
        _codes = [.. Enumerable.Range(0, Steps + 1).Select(step => Codes(step))];
        (Step, Level) = Kind == 4 ? (Steps, _random.Next(units / LotUnits)) : (_random.Next(Steps), _random.Next(Machines));
        // The lot is one of a hundredth of all units: only a strong effect can be seen in it.
        if (Kind == 4) Ratio *= 3;
        if (Kind == 3) Confound();
        (From, To) = Kind == 2 ? Window() : (0, units);
        Bad = new UnitSet(units);
        Affected = new UnitSet(units);
        for (var unit = 0; unit < units; unit++) Make(unit);
    }

    /// <summary>Place in <see cref="Kinds"/>.</summary>
    public int Kind { get; }

    /// <summary>Units.</summary>
    public int Units { get; }

    /// <summary>How many times as often affected units are bad.</summary>
    public double Ratio { get; }

    /// <summary>Step of the cause.</summary>
    public int Step { get; }

    /// <summary>Guilty level; of two machines the first, the next one is guilty too.</summary>
    public int Level { get; }

    /// <summary>First unit of the bad time.</summary>
    public int From { get; }

    /// <summary>Unit behind the last one.</summary>
    public int To { get; }

    /// <summary>Bad units.</summary>
    public UnitSet Bad { get; }

    /// <summary>Units that the cause worked on.</summary>
    public UnitSet Affected { get; }

    /// <summary>The steps.</summary>
    public IReadOnlyList<StepColumn> Columns() =>
    [
        .. _codes.Select((codes, step) => new StepColumn(step == Steps ? "lot" : "step " + (step + 1), [.. Enumerable.Range(0, step == Steps ? Units / LotUnits : Machines).Select(level => "level " + (level + 1))], codes)
        {
            Times = step == Steps ? null : [.. Enumerable.Range(0, Units).Select(unit => (double)unit)], Precedence = step == Steps ? 1 : 0,
        }),
    ];

    /// <summary>Whether a factor names the planted machine or lot.</summary>
    public bool Names(CommonalityFactor factor) => Kind > 0 && factor.Second is null && factor.Column == Step && (factor.Level == Level || (Kind == 5 && factor.Level == Other));

    /// <summary>The second guilty machine.</summary>
    public int Other => (Level + 1) % Machines;

    // Whole lots go through some steps on one machine; through others their units are spread.
    private ushort[] Codes(int step)
    {
        var (codes, machine) = (new ushort[Units], 0);
        for (var unit = 0; unit < Units; unit++)
        {
            if (unit % LotUnits == 0 || step % 2 == 1) machine = _random.Next(Machines);
            codes[unit] = (ushort)(step == Steps ? unit / LotUnits : machine);
        }

        return codes;
    }

    private void Confound()
    {
        var other = (Step + 1) % Steps;
        for (var unit = 0; unit < Units; unit++) if (_random.NextDouble() < 0.8) _codes[other][unit] = _codes[Step][unit];
    }

    private (int From, int To) Window()
    {
        var from = (int)(Units * 0.7 * _random.NextDouble());
        return (from, from + (int)(Units * (0.1 + (0.2 * _random.NextDouble()))));
    }

    private void Make(int unit)
    {
        var hit = Kind > 0 && unit >= From && unit < To && (_codes[Step][unit] == Level || (Kind == 5 && _codes[Step][unit] == Other));
        if (hit) Affected.Add(unit);
        if (_random.NextDouble() < BaseRate * (hit ? Ratio : 1)) Bad.Add(unit);
    }
}
