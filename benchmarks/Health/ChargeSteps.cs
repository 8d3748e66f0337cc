using Voltloop.Kernels.Filters;

namespace Voltloop.Bench.Health;

/// <summary>One way to give a sample to each filter.</summary>
internal static class ChargeSteps
{
    public static void Take(this ChargeEkf filter, CellSample sample) => filter.Step(sample);

    public static void Take(this SquareRootUkf filter, CellSample sample) => filter.Step(sample);

    public static void Take(this DualEkf filter, CellSample sample) => filter.Step(sample);
}
