namespace Voltloop.Kernels.Forecasting;

/// <summary>
/// The point of largest curvature of a fade, by the distance of the normalised curve from its chord (Kneedle: Satopää et al.,
/// ICDCSW 2011, 166). Says where the bend is, not whether it means anything: <see cref="Knee"/> decides that.
/// </summary>
public static class Kneedle
{
    /// <summary>Least distance from the chord, as a share of the height, that is a bend.</summary>
    public const double LeastDistance = 0.1;

    private const int Points = 400;

    /// <summary>Cycle of the bend; <c>null</c> with too few cycles or when the fade hardly bends down.</summary>
    public static double? Find(FadePath path)
    {
        if (path.Count < Knee.FewestCycles) return null;
        var (first, last) = (path.At(path.First), path.At(path.Last));
        var height = first - last;
        if (!(height > 0)) return null;
        var (best, at) = (0.0, path.First);
        for (var i = 0; i <= Points; i++)
        {
            var x = i / (double)Points;
            var cycle = path.First + (x * (path.Last - path.First));
            // How far the curve still lies above the straight line between its ends.
            var distance = ((path.At(cycle) - last) / height) - (1 - x);
            if (distance > best) (best, at) = (distance, cycle);
        }

        return best >= LeastDistance ? at : null;
    }
}
