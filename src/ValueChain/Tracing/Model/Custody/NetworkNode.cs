namespace Voltloop.Tracing.Model.Custody;

/// <summary>A place where mass must balance: a site, or the road from one site to another.</summary>
/// <param name="Site">The site, or where the road begins.</param>
/// <param name="RoadTo">Where the road ends; <c>null</c> for a site.</param>
internal sealed record NetworkNode(string Site, string? RoadTo)
{
    /// <summary>Name for people.</summary>
    public override string ToString() => RoadTo is null ? Site : $"the way from {Site} to {RoadTo}";
}
