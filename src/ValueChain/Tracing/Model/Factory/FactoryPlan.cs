namespace Voltloop.Tracing.Model.Factory;

/// <summary>
/// What a made-up factory makes, when, and from which stretch of which coil. Everything follows from the number of cells and the
/// seed; nothing of it is remembered, so a chain of ten million cells needs no more memory than one of two thousand.
/// </summary>
/// <param name="Cells">Cells that are stacked.</param>
/// <param name="Seed">Same seed, same chain, byte for byte.</param>
internal sealed record FactoryPlan(int Cells, int Seed)
{
    /// <summary>Fewest cells: enough for a few packs.</summary>
    public const int FewestCells = 500;

    /// <summary>Most cells.</summary>
    public const int MostCells = 20_000_000;

    /// <summary>Cells of the example that ships.</summary>
    public const int UsualCells = 20_000;

    /// <summary>Seed of the example that ships.</summary>
    public const int UsualSeed = 1;

    /// <summary>Lanes that a coil is slit into.</summary>
    public const int Lanes = 4;

    /// <summary>Length of a coil, m.</summary>
    public const double CoilMetres = 1135;

    /// <summary>Speed of a coater, m a minute.</summary>
    public const double CoaterSpeed = 10;

    /// <summary>Metres at either end of a lane that are not used.</summary>
    public const double LeaderMetres = 5;

    /// <summary>Metres of a lane in one cell: 15 sheets of 0.3 m.</summary>
    public const double CellMetres = 4.5;

    /// <summary>Sheets of a cell.</summary>
    public const int Sheets = 15;

    /// <summary>Cells of a module.</summary>
    public const int ModuleCells = 12;

    /// <summary>Modules of a pack, all in series.</summary>
    public const int PackModules = 8;

    /// <summary>Active powder in a mixing batch of two coils, kg.</summary>
    public const double BatchKg = 708;

    /// <summary>How far above its target the drifting coater coats ten minutes on, as a part.</summary>
    public const double MostDrift = 0.035;

    private const int CoilCells = 1000;
    private const int FewestCoils = 20;
    private const int CoatersOfLine = 3;
    private const int SlotsADay = 3;
    private const int CoilsOfLine = 2700;
    private const int LaneCells = CoilCells / Lanes;

    private static readonly TimeSpan[] Slots = [new(6, 30, 0), new(9, 15, 0), new(12, 0, 0)];

    /// <summary>First day of coating (UTC).</summary>
    public static readonly DateTimeOffset FirstDay = new(2024, 3, 4, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Last day that is told (UTC).</summary>
    public static readonly DateTimeOffset LastDay = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Chance of this chain.</summary>
    public Noise Noise { get; } = new(Seed);

    /// <summary>Coils of cathode; as many of anode.</summary>
    public int Coils { get; } = Math.Max(FewestCoils, (Cells + CoilCells - 1) / CoilCells);

    /// <summary>How many times larger the supply chain is than that of a million cells; at least 1.</summary>
    public double Scale => Math.Max(1, Cells / 1e6);

    /// <summary>Pairs of coils; each shares a batch of slurry.</summary>
    public int Pairs => (Coils + 1) / 2;

    /// <summary>Coaters of cathode; as many of anode.</summary>
    public int Coaters => CoatersOfLine * ((Coils + CoilsOfLine - 1) / CoilsOfLine);

    /// <summary>The coater that drifts, from 0.</summary>
    public static int DriftingCoater => 2;

    /// <summary>The coil that it coats when it drifts: second day, second slot.</summary>
    public int DriftingCoil => ((SlotsADay + 1) * Coaters) + DriftingCoater;

    /// <summary>When it begins to drift.</summary>
    public static DateTimeOffset DriftFrom => FirstDay.AddDays(1).AddHours(10);

    /// <summary>When it runs as it should again.</summary>
    public static DateTimeOffset DriftBefore => DriftFrom.AddHours(1);

    /// <summary>Which coater a coil runs on, from 0.</summary>
    public int CoaterOf(int coil) => coil % Coaters;

    /// <summary>Day and slot of a coil.</summary>
    public (int Day, int Slot) SlotOf(int coil) => (coil / (SlotsADay * Coaters), coil / Coaters % SlotsADay);

    /// <summary>When the first metre of a coil is coated.</summary>
    public DateTimeOffset CoatedFrom(int coil) => FirstDay.AddDays(SlotOf(coil).Day) + Slots[SlotOf(coil).Slot];

    /// <summary>When a metre of a coil is coated.</summary>
    public DateTimeOffset CoatedAt(int coil, double metre) => CoatedFrom(coil).AddSeconds(Math.Round(60 * metre / CoaterSpeed));

    /// <summary>Number of the first cell of a coil; of the coil behind the last one, the number of cells.</summary>
    public int FirstCell(int coil) => (int)((long)Cells * coil / Coils);

    /// <summary>Where the electrodes of a cell were cut from.</summary>
    public CellOrigin OriginOf(int cell)
    {
        var coil = CoilOf(cell);
        var (place, inLane) = (cell - FirstCell(coil), (FirstCell(coil + 1) - FirstCell(coil) + Lanes - 1) / Lanes);
        var (lane, at) = (place / inLane, place % inLane * LaneCells / Math.Max(1, inLane));
        return new CellOrigin(coil, lane, at) { AnodeCoil = lane < Lanes / 2 || (coil ^ 1) >= Coils ? coil : coil ^ 1 };
    }

    /// <summary>How far above its target a metre of cathode is coated because the coater drifts, as a part; 0 when it does not.</summary>
    public double DriftAt(int coil, double metre)
    {
        if (coil != DriftingCoil) return 0;
        var at = CoatedFrom(coil).AddMinutes(metre / CoaterSpeed);
        return at < DriftFrom || at >= DriftBefore ? 0 : MostDrift * Math.Min(1, (at - DriftFrom).TotalMinutes / 10);
    }

    private int CoilOf(int cell)
    {
        var coil = (int)((long)cell * Coils / Cells);
        while (FirstCell(coil + 1) <= cell) coil++;
        while (FirstCell(coil) > cell) coil--;
        return coil;
    }
}
