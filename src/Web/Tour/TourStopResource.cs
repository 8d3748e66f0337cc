namespace Voltloop.Web.Tour;

/// <summary>A stop of the tour over HTTP.</summary>
/// <param name="Number">Place in the tour, from 1.</param>
/// <param name="Title">What happens here.</param>
/// <param name="LookAt">What to look at.</param>
/// <param name="Path">Address of the page on this server.</param>
public sealed record TourStopResource(int Number, string Title, string LookAt, string Path);
