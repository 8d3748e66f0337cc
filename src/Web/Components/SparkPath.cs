using System.Globalization;

namespace Voltloop.Web.Components;

/// <summary>Scales values into the box of an SVG polyline.</summary>
internal static class SparkPath
{
    private const double Inset = 2;

    /// <summary>Most points drawn; of longer series every n-th value is taken.</summary>
    public const int MaxPoints = 400;

    /// <summary>Points attribute, or <c>null</c> when there are fewer than two finite values.</summary>
    public static string? Points(IReadOnlyList<double> values, (double Width, double Height) box)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length < 2)
        {
            return null;
        }

        var every = (finite.Length + MaxPoints - 1) / MaxPoints;
        var (low, high) = (finite.Min(), finite.Max());
        var span = high > low ? high - low : 1;
        var drawn = Enumerable.Range(0, finite.Length).Where(i => i % every == 0 || i == finite.Length - 1);
        return string.Join(' ', drawn.Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{i * box.Width / (finite.Length - 1):0.##},{box.Height - Inset - ((finite[i] - low) / span * (box.Height - (2 * Inset))):0.##}")));
    }
}
