using Voltloop.Passport.Model;
using Voltloop.Record.Ports;

namespace Voltloop.Passport.EstimateCosts;

/// <summary>What keeping passports takes here, and what it would cost.</summary>
/// <param name="MeasuredAt">When the store was measured (UTC).</param>
/// <param name="Sizes">Bytes of the store.</param>
/// <param name="Effort">What updates took.</param>
internal sealed record CostReport(DateTimeOffset MeasuredAt, StoreSizes Sizes, UpdateEffort Effort)
{
    /// <summary>The calculation; <c>null</c> until there are assumptions.</summary>
    public CostEstimate? Estimate { get; init; }

    /// <summary>Bytes in use for each passport; 0 when there is none yet.</summary>
    public double BytesPerPassport => PerPassport(Sizes.UsedBytes);

    /// <summary>Writes for each passport so far.</summary>
    public double WritesPerPassport => PerPassport(Sizes.Assertions);

    /// <summary>Bytes that an update adds.</summary>
    public double BytesPerUpdate => (double)Effort.Bytes / Effort.Updates;

    /// <summary>Processor time of an update, in ms.</summary>
    public double CpuMillisecondsPerUpdate => Effort.CpuSeconds * 1000 / Effort.Updates;

    /// <summary>Time until an update is durable, in ms.</summary>
    public double MillisecondsPerUpdate => Effort.Seconds * 1000 / Effort.Updates;

    /// <summary>How often an update asks the disk to make things durable.</summary>
    public double? SyncsPerUpdate => (double?)Effort.Syncs / Effort.Updates;

    /// <summary>What the calculator begins with: the measured figures.</summary>
    public CostAssumptions Proposal() => new()
    {
        Batteries = Math.Max(1, Sizes.Passports),
        BytesPerPassport = Math.Round(BytesPerPassport),
        BytesPerUpdate = Math.Round(BytesPerUpdate),
        CpuMillisecondsPerUpdate = Math.Round(CpuMillisecondsPerUpdate, 3),
    };

    /// <summary>A figure of the store for each passport.</summary>
    public double PerPassport(long amount) => Sizes.Passports == 0 ? 0 : (double)amount / Sizes.Passports;
}
