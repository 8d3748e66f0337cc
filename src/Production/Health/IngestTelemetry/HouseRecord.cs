using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>The record in the name of the house: for the state of estimators, and for what a broker delivers.</summary>
internal sealed class HouseRecord
{
    private readonly ActorRecordWriter _writer;

    public HouseRecord(ActorRecordReader reader, ActorRecordWriter writer, (IAccessPolicy Policy, ITelemetryStore Store) parts)
    {
        var house = Actor.Keeper(parts.Policy.Keeper, "telemetry", "house");
        (Reader, _writer, Store) = (reader.For(house), writer.For(house), parts.Store);
        History = new TelemetryHistory(Reader, Store);
    }

    /// <summary>Everything that is in the record.</summary>
    public IRecordReader Reader { get; }

    /// <summary>Receipts and states.</summary>
    public ITelemetryStore Store { get; }

    /// <summary>What the record holds of telemetry.</summary>
    public TelemetryHistory History { get; }

    /// <summary>Writes in the name of the house.</summary>
    public IRecordWriter Writer => _writer;

    /// <summary>Takes telemetry in the name of the house.</summary>
    public TelemetryCaller Caller => new(Reader, _writer, _writer);
}
