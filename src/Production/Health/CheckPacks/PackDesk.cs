using Voltloop.Core.Identities;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.ReadPacks;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Web.Http;

namespace Voltloop.Health.CheckPacks;

/// <summary>Checks packs from tables or from the record, and states the result there when asked.</summary>
internal sealed class PackDesk(IRecordReader record, IRecordWriter writer, TimeProvider clock)
{
    /// <summary>Checks a table.</summary>
    public static PackReport Check(string name, ReadOnlyMemory<byte> bytes, PackCheckRequest request)
    {
        var (capacity, alarms) = (request.ReadCapacity(), request.ReadAlarms());
        var recording = PackFile.Read(name, bytes);
        return PackReport.Of(recording with { CapacityAh = capacity ?? recording.CapacityAh }, alarms);
    }

    /// <summary>Checks a pack of the record.</summary>
    public async Task<PackReport> CheckAsync(ThingId id, PackCheckRequest request, CancellationToken cancellation)
    {
        var (capacity, alarms) = (request.ReadCapacity(), request.ReadAlarms());
        var recording = await new PackReader(record).ReadAsync(id, cancellation);
        return await Task.Run(() => PackReport.Of(recording with { CapacityAh = capacity ?? recording.CapacityAh }, alarms), cancellation);
    }

    /// <summary>States a result about a pack.</summary>
    public async Task KeepAsync(ThingId id, PackReport report, string issuer, CancellationToken cancellation)
    {
        var context = new StatementContext(id, clock.GetUtcNow(), [report.Source]);
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(issuer, PackStatements.Of(report, context, JsonOutput.Compact))] }, cancellation);
    }
}
