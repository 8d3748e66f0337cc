namespace Voltloop.Health.Model.Telemetry;

/// <summary>A message of field telemetry in the units of the record. Columns of equal length, in the order of time.</summary>
/// <param name="Asset">Identifier of the battery, as sent.</param>
/// <param name="Source">Who sent it.</param>
/// <param name="Id">Sequence number or identifier at the source.</param>
/// <param name="Samples">What was measured.</param>
internal sealed record TelemetryMessage(string Asset, string Source, string Id, SampleColumns Samples)
{
    /// <summary>First eight bytes of the SHA-256 of its content.</summary>
    public long Digest { get; init; }

    /// <summary>Readings that no sensor can have made; in the columns they are missing.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
}
