namespace Voltloop.Tracing.TraceLineage;

/// <summary>A place on a map.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record MapSite(string Name, double Latitude, double Longitude)
{
    /// <summary>What happened there, in a sentence.</summary>
    public string Note { get; init; } = "";
}
