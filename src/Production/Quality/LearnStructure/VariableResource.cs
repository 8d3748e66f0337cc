namespace Voltloop.Quality.LearnStructure;

/// <summary>A variable of the line.</summary>
/// <param name="Name">Name with its unit.</param>
/// <param name="Station">Station; empty when the table names none.</param>
internal sealed record VariableResource(string Name, string Station);
