namespace Voltloop.Quality.StackTolerances;

/// <summary>What one dimension brings to a result.</summary>
/// <param name="Name">Name.</param>
/// <param name="Count">How many there are of it.</param>
/// <param name="Middle">Middle of its tolerance, its own unit.</param>
/// <param name="Half">Half of the width.</param>
/// <param name="Distribution">How it varies.</param>
/// <param name="Sigma">Standard deviation, its own unit.</param>
/// <param name="Sensitivity">Change of the result for each unit.</param>
/// <param name="Percent">Its share of the variance of the result.</param>
internal sealed record ContributorResource(string Name, int Count, double Middle, double Half, string Distribution, double Sigma, double Sensitivity, double Percent);
