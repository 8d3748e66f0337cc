namespace Voltloop.Health.IngestTelemetry;

/// <summary>A unit that a message may declare.</summary>
/// <param name="Name">As written.</param>
/// <param name="Factor">Value in the unit of the record = factor × value + offset.</param>
/// <param name="Offset">Added after the factor.</param>
internal sealed record TelemetryUnit(string Name, double Factor, double Offset = 0)
{
    // Dividing gives the nearest double of the decimal that was sent, multiplying by 0.001 does not.
    public double ToRecord(double value) => (Factor == 1 ? value : value / Math.Round(1 / Factor)) + Offset;
}
