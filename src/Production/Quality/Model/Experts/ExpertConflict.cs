namespace Voltloop.Quality.Model.Experts;

/// <summary>Something that does not go together in what experts say, or with the data.</summary>
/// <param name="Kind">circle, both ways, order, ratings, rate, no effect, count or data alone.</param>
/// <param name="Says">What, with figures.</param>
internal sealed record ExpertConflict(string Kind, string Says);
