using Microsoft.Extensions.Diagnostics.HealthChecks;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.App.Operations;

/// <summary>Whether the store can be read, and whether its directory takes what is written.</summary>
/// <param name="record">The record.</param>
/// <param name="directory">Its directory.</param>
internal sealed class StoreCheck(IRecordReader record, StoreDirectory directory) : IHealthCheck
{
    /// <summary>Room below which the node says that it is not ready: enough for the largest file that is taken, unpacked, and its log.</summary>
    public const long LeastFree = 1024L * 1024 * 1024;

    private const string Probe = ".ready";

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await record.CountThingsAsync(cancellationToken);
            var free = new DriveInfo(Path.GetFullPath(directory.Path)).AvailableFreeSpace;
            if (free < LeastFree) return HealthCheckResult.Unhealthy($"Less than {LeastFree / (1024 * 1024)} MiB are free on the disk of the store.");
            await using var probe = new FileStream(Path.Combine(directory.Path, Probe), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
            return HealthCheckResult.Healthy("The store is read, and its directory takes what is written.");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or Core.Problems.ProblemException or System.Data.Common.DbException)
        {
            // Paths and messages of the system are for the log, not for whoever asks.
            return HealthCheckResult.Unhealthy("The store cannot be read, or its directory takes nothing.", broken);
        }
    }
}
