namespace Voltloop.Tracing.Model.Custody;

/// <summary>A place on earth.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadius = 6371.0088;

    /// <summary>Great-circle distance, km (haversine, mean earth radius).</summary>
    public double DistanceTo(GeoPoint other)
    {
        var (a, b) = (Radians(Latitude), Radians(other.Latitude));
        var (north, east) = (Math.Sin((b - a) / 2), Math.Sin(Radians(other.Longitude - Longitude) / 2));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, (north * north) + (Math.Cos(a) * Math.Cos(b) * east * east))));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
