using Voltloop.Kernels.Commonality;

namespace Voltloop.Bench.Quality;

/// <summary>The first planted genealogy: cells through 14 steps of 24 machines, 0.2 % bad; machine 7 of step 5 adds 1 % from 60 % of the time on.</summary>
internal static class MillionCells
{
    private const int Steps = 14;
    private const int Machines = 24;

    /// <summary>Makes it.</summary>
    public static (IReadOnlyList<StepColumn> Columns, UnitSet Bad) Make(int cells, int seed)
    {
        var (random, bad, times) = (new Random(seed), new UnitSet(cells), new double[cells]);
        for (var cell = 0; cell < cells; cell++) times[cell] = cell;
        string[] names = [.. Enumerable.Range(0, Machines).Select(machine => "tool " + machine)];
        StepColumn[] columns = [.. Enumerable.Range(0, Steps).Select(step => new StepColumn("step " + step, names, Codes(random, cells)) { Times = times })];
        for (var cell = 0; cell < cells; cell++) if (random.NextDouble() < 0.002 + (columns[5].Codes[cell] == 7 && cell >= 0.6 * cells ? 0.01 : 0)) bad.Add(cell);
        return (columns, bad);
    }

    private static ushort[] Codes(Random random, int cells)
    {
        var codes = new ushort[cells];
        for (var cell = 0; cell < cells; cell++) codes[cell] = (ushort)random.Next(Machines);
        return codes;
    }
}
