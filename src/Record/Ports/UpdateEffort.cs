namespace Voltloop.Record.Ports;

/// <summary>What single updates took, each acknowledged before the next.</summary>
/// <param name="Updates">How many were written.</param>
/// <param name="CpuSeconds">Processor time of the whole process meanwhile, in s.</param>
/// <param name="Seconds">Time on the clock, in s.</param>
/// <param name="Syncs">How often the store asked the disk to make things durable; <c>null</c> where that cannot be counted.</param>
/// <param name="Bytes">Growth of the store, in bytes.</param>
public sealed record UpdateEffort(int Updates, double CpuSeconds, double Seconds, long? Syncs, long Bytes)
{
    /// <summary>Most updates of one measurement.</summary>
    public const int MaxUpdates = 10_000;
}
