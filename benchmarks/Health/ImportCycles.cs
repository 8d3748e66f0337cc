using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadTables;
using Voltloop.Kernels.Cycling;

namespace Voltloop.Bench.Health;

/// <summary>Steps, cycles and pulses of 10,344 rows in 340 cycles; a published tool (BEEP) took 14 s for the same file.</summary>
internal sealed class ImportCycles : IComparison
{
    public string Name => "steps, cycles and pulses of 10,344 rows";

    public string Unit => "ms";

    public double? Aim => 50;

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var bytes = RawFiles.Read("maccor/PreDiag_000412_00008Fshort.022.gz");
        var data = CyclerFormats.Find(bytes)!.Read(bytes, new FindingLog())!.Data;
        var perSecond = await Clock.PerSecond(1, _ => Task.FromResult((long)Cut(data)));
        return (1000 / perSecond, double.NaN);
    }

    private static int Cut(TableData data)
    {
        var samples = new CyclingSamples(data.Find("test_time_second"), data.Find("voltage_volt"), data.Find("current_ampere"))
        {
            Cycle = data.Find("cycle_count"),
            Step = data.Find("step_id"),
        };
        var steps = Segmentation.Steps(samples);
        Segmentation.Cycles(samples, steps);
        PulseResistance.Of(samples, steps, [10, 18, 30]);
        return 1;
    }
}
