namespace Voltloop.Web.Tour;

/// <summary>A stop of the guided tour: a page of the house, and what to look at there.</summary>
/// <param name="Number">Place in the tour, from 1.</param>
/// <param name="Title">What happens here.</param>
/// <param name="LookAt">What to look at, in a few sentences.</param>
/// <param name="Template">Address of the page, with subjects in braces.</param>
public sealed record TourStop(int Number, string Title, string LookAt, string Template)
{
    /// <summary>Name of the picture of the stop.</summary>
    public required string Picture { get; init; }

    /// <summary>Part of the page to look at; <c>null</c> when it stands at the top.</summary>
    public string? Anchor { get; init; }
}
