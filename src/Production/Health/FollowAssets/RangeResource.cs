using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.FollowAssets;

/// <summary>Newest, smallest and largest value of a channel.</summary>
internal sealed record RangeResource(double Newest, double Least, double Most)
{
    /// <summary>Of a channel; <c>null</c> before it has a value.</summary>
    public static RangeResource? Of(Extent extent) => double.IsNaN(extent.Newest) ? null : new RangeResource(Math.Round(extent.Newest, 6), Math.Round(extent.Least, 6), Math.Round(extent.Most, 6));
}
