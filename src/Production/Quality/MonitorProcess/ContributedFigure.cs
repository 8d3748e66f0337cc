namespace Voltloop.Quality.MonitorProcess;

/// <summary>A figure of one row with what signals contribute.</summary>
/// <param name="Method">Title of the method.</param>
/// <param name="Name">Name of the figure.</param>
/// <param name="Value">The figure.</param>
/// <param name="Limit">Its limit.</param>
/// <param name="Contributions">The largest first.</param>
internal sealed record ContributedFigure(string Method, string Name, double Value, double Limit, IReadOnlyList<ContributionResource> Contributions);
