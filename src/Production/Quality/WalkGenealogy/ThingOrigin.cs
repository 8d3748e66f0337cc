namespace Voltloop.Quality.WalkGenealogy;

/// <summary>What went into a thing.</summary>
/// <param name="Name">Its name.</param>
internal readonly record struct ThingOrigin(string Name)
{
    /// <summary>Which metres of it; <c>null</c> when the event does not say.</summary>
    public (double From, double To)? Metres { get; init; }

    /// <summary>Which lane of it, from 1; 0 when the event does not say.</summary>
    public int Lane { get; init; }
}
