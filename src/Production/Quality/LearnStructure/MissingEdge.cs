namespace Voltloop.Quality.LearnStructure;

/// <summary>Two variables that correlate and are not joined, with what explains them.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Plain">Their correlation when nothing is held fixed.</param>
/// <param name="Correlation">What is left of it.</param>
/// <param name="Probability">Probability of that by chance.</param>
/// <param name="Held">What was held fixed.</param>
internal sealed record MissingEdge(string First, string Second, double Plain, double Correlation, double Probability, IReadOnlyList<string> Held);
