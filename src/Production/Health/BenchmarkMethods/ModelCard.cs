using System.Reflection;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>What a benchmark measured of the best model of this room, with what it was compared.</summary>
/// <param name="Benchmark">Name of the benchmark.</param>
/// <param name="Data">What was predicted, on which data, with the unit.</param>
/// <param name="Version">Version of this program.</param>
/// <param name="MeasuredAt">When it was measured (UTC).</param>
internal sealed record ModelCard(string Benchmark, string Data, string Version, DateTimeOffset MeasuredAt)
{
    /// <summary>What the figures are: errors, coverage and width of intervals on each part of the data.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The best models of ours; all of ours when none is called best.</summary>
    public required IReadOnlyList<ModelFigures> Models { get; init; }

    /// <summary>Published models on the same data.</summary>
    public required IReadOnlyList<ModelFigures> Published { get; init; }

    /// <summary>How the figures came about and where they hold.</summary>
    public required IReadOnlyList<string> Validity { get; init; }

    /// <summary>The card of a run.</summary>
    public static ModelCard Of(BenchmarkRun run)
    {
        var table = run.Table;
        var own = table.Rows.Where(row => string.Equals(row.Source, BenchmarkSources.Own, StringComparison.Ordinal)).ToArray();
        return new ModelCard(run.Name, table.Title, typeof(ModelCard).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown", run.RanAt)
        {
            Columns = table.Columns,
            Models = [.. (Array.Exists(own, row => row.Best) ? own.Where(row => row.Best) : own).Select(Figures)],
            Published = [.. table.Rows.Where(row => string.Equals(row.Source, BenchmarkSources.Published, StringComparison.Ordinal)).Select(Figures)],
            Validity = table.Notes,
        };
    }

    private static ModelFigures Figures(BenchmarkRow row) => new(row.Model, row.Source, row.Values);
}
