namespace Voltloop.Quality.DesignChart;

/// <summary>Run lengths that can be asked for.</summary>
internal static class DesignBounds
{
    /// <summary>Shortest.</summary>
    public const double Shortest = 20;

    /// <summary>Longest.</summary>
    public const double Longest = 1e6;
}
