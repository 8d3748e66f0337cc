namespace Voltloop.Quality.FindCause;

/// <summary>A unit that is judged.</summary>
/// <param name="Id">Serial number or identifier.</param>
/// <param name="Label">Name for people.</param>
/// <param name="IsBad">Whether it is bad; <c>null</c> when nobody knows.</param>
internal sealed record CauseUnit(string Id, string Label, bool? IsBad)
{
    /// <summary>Whether it is with somebody who uses it.</summary>
    public bool IsInField { get; init; }

    /// <summary>Who holds it; <c>null</c> when nobody said.</summary>
    public string? Holder { get; init; }
}
