using Voltloop.Record.Ports;
using Voltloop.Web.Formatting;

namespace Voltloop.Passport.EstimateCosts;

/// <summary>The measured figures in words.</summary>
internal static class CostWords
{
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        [StoreParts.Things] = "Batteries and models with their identifiers",
        [StoreParts.Facts] = "Newest statements",
        [StoreParts.History] = "Earlier statements",
        [StoreParts.Assertions] = "Signed assertions",
        [StoreParts.Evidence] = "Evidence",
        [StoreParts.Log] = "Merkle log",
        [StoreParts.Series] = "Measured series",
        [StoreParts.Telemetry] = "Receipts and states of telemetry",
        [StoreParts.Events] = "Events",
        [StoreParts.Documents] = "Documents and imported files",
        [StoreParts.Access] = "Accounts and log of reads",
        [StoreParts.Rest] = "Search index and room in pages",
    };

    /// <summary>A part of the store, for people.</summary>
    public static string Of(string part) => Parts.GetValueOrDefault(part, part);

    /// <summary>What an update takes, in one sentence.</summary>
    public static string Effort(CostReport report) =>
        $"One update: {QuantityFormat.Number(report.BytesPerUpdate)} B, {QuantityFormat.Number(report.CpuMillisecondsPerUpdate, 3)} ms of processor time, "
        + (report.SyncsPerUpdate is { } syncs ? $"{QuantityFormat.Number(syncs, 3)} syncs of the disk, " : "")
        + $"durable after {QuantityFormat.Number(report.MillisecondsPerUpdate, 3)} ms (mean of {QuantityFormat.Count(report.Effort.Updates)} single updates on this disk).";

    /// <summary>How exact the sizes are, in one sentence.</summary>
    public static string Sampling(StoreSizes sizes) => sizes.SampledThings >= sizes.Things
        ? "Every row was counted."
        : $"Estimated from {QuantityFormat.Count(sizes.SampledThings)} of {QuantityFormat.Count(sizes.Things)} things, evenly picked.";
}
