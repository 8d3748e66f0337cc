namespace Voltloop.Health.BenchmarkMethods;

/// <summary>Figures of many models on one data set.</summary>
/// <param name="Title">What is compared, with the unit.</param>
/// <param name="Columns">Headings of the values.</param>
/// <param name="Rows">Models, published ones first.</param>
/// <param name="Notes">How the figures came about.</param>
internal sealed record BenchmarkTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<BenchmarkRow> Rows, IReadOnlyList<string> Notes);
