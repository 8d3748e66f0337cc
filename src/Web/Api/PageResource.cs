namespace Voltloop.Web.Api;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">Items of this page.</param>
/// <param name="NextCursor">Value for the parameter <c>cursor</c> of the next request; absent on the last page.</param>
public sealed record PageResource<T>(IReadOnlyList<T> Items, string? NextCursor);
