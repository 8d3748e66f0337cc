using Voltloop.Quality.Model.Gate;

namespace Voltloop.Quality.PredictQuality;

/// <summary>A table of units, read.</summary>
/// <param name="Units">Name of each unit.</param>
/// <param name="Table">What is known of them.</param>
/// <param name="Stages">The stages in their order, each with the number of features known up to it.</param>
/// <param name="Outcome">Heading of the outcome, with its unit.</param>
/// <param name="Notes">What was left out or filled in.</param>
internal sealed record GateFile(IReadOnlyList<string> Units, GateTable Table, IReadOnlyList<(string Name, int Features)> Stages, string Outcome, IReadOnlyList<string> Notes);
