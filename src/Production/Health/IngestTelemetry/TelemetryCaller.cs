using Voltloop.Record.Policies;
using Voltloop.Record.Ports;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>In whose name telemetry is taken.</summary>
/// <param name="Reader">The record as the caller may see it.</param>
/// <param name="Writer">Writes what the caller may write.</param>
/// <param name="Guard">Says before the write whether it may.</param>
internal sealed record TelemetryCaller(IRecordReader Reader, IRecordWriter Writer, IWriteGuard Guard);
