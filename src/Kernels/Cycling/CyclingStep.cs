namespace Voltloop.Kernels.Cycling;

/// <summary>A step of a test: samples in a row in which the instrument did one thing.</summary>
/// <param name="First">Its first sample.</param>
/// <param name="Last">Its last sample.</param>
/// <param name="Kind">What it does.</param>
public readonly record struct CyclingStep(int First, int Last, StepKind Kind)
{
    /// <summary>Place of its cycle in the list of cycles.</summary>
    public int CycleIndex { get; init; }

    /// <summary>From its first to its last sample, s.</summary>
    public double Seconds { get; init; }

    /// <summary>What flowed in it, Ah; the segment from the step before belongs to this one.</summary>
    public Integration.Throughput Charge { get; init; }

    /// <summary>Energy that flowed in it, Wh.</summary>
    public Integration.Throughput Energy { get; init; }
}
