namespace Voltloop.Quality.FindCause;

/// <summary>Bad share of the units that were at a machine in a stretch of time.</summary>
/// <param name="From">Beginning (UTC).</param>
/// <param name="To">End (UTC).</param>
/// <param name="Units">Units.</param>
/// <param name="Bad">Bad ones among them.</param>
internal sealed record CoursePoint(DateTimeOffset From, DateTimeOffset To, int Units, int Bad);
