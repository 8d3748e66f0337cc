namespace Voltloop.Kernels.Tolerances;

/// <summary>A point on a part with the direction in which it is held or measured.</summary>
/// <param name="X">Place.</param>
/// <param name="Y">Place.</param>
/// <param name="Z">Place.</param>
/// <param name="Normal">Direction, of any length above 0; x, y, z.</param>
public sealed record SurfacePoint(double X, double Y, double Z, (double X, double Y, double Z) Normal)
{
    /// <summary>What a small movement of the part (three shifts, then three turns about the origin) moves the point by along its direction.</summary>
    public double[] Row()
    {
        var (nx, ny, nz) = Normal;
        var length = Math.Sqrt((nx * nx) + (ny * ny) + (nz * nz));
        (nx, ny, nz) = (nx / length, ny / length, nz / length);
        return [nx, ny, nz, (Y * nz) - (Z * ny), (Z * nx) - (X * nz), (X * ny) - (Y * nx)];
    }

    /// <summary>The point as seen from another origin, in another unit of length.</summary>
    public SurfacePoint From((double X, double Y, double Z) origin, double unit) => this with { X = (X - origin.X) / unit, Y = (Y - origin.Y) / unit, Z = (Z - origin.Z) / unit };
}
