using Voltloop.Kernels.CausalStructure;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Quality.LearnStructure;

/// <summary>Learns what determines what along a line from units measured at its stations.</summary>
internal sealed class StructureLearning
{
    /// <summary>Most pairs without an edge that are listed.</summary>
    public const int MostMissing = 30;

    private const double Level = 0.95;

    // Fewer halves than this would leave the smallest of tables with nothing to learn from.
    private const int FewestForHalves = 2 * StationTable.FewestRows;

    private readonly StationTable _table;
    private readonly StructureRequest _request;
    private readonly double[][] _scores;
    private readonly Matrix _correlations;
    private readonly LearnedStructure _structure;
    private readonly PartialCorrelation _test;

    private StructureLearning(StationTable table, StructureRequest request, CancellationToken cancellation)
    {
        (_table, _request) = (table, request.Checked());
        _scores = IsPlain ? [.. table.Columns] : RankScores.Of(table.Columns);
        _correlations = CorrelationMatrix.Of(_scores);
        _test = new PartialCorrelation(_correlations, table.Rows);
        _structure = LearnedStructure.Learn((_correlations, table.Rows), Tiers, Settings(), cancellation);
    }

    /// <summary>The structure itself, for what is compared with it.</summary>
    public LearnedStructure Structure => _structure;

    /// <summary>Partial correlations of the table.</summary>
    public PartialCorrelation Test => _test;

    private bool IsPlain => _request.Scores == "plain";

    private int[] Tiers => [.. _table.Variables.Select(variable => variable.Station)];

    /// <summary>Learns from a table.</summary>
    public static StructureLearning Of(StationTable table, StructureRequest request, CancellationToken cancellation) => new(table, request, cancellation);

    /// <summary>What was learned, for people.</summary>
    public StructureResource Result(CancellationToken cancellation)
    {
        var again = Again(cancellation);
        EdgeResource[] edges = [.. _structure.Edges.OrderBy(edge => edge.Weakest.Probability).ThenByDescending(edge => Math.Abs(edge.Weakest.Correlation)).Select(edge => Edge(edge, again))];
        var target = _request.Target is { Length: > 0 } name ? _table.Find(name) : -1;
        EffectResource[] effects = target < 0 ? [] : [.. Effects(target)];
        return new StructureResource(_table.Name, StructureWords.Of(_table, edges, target < 0 ? null : (Name(target), effects)))
        {
            Rows = _table.Rows, Search = _structure.Search.ToString().ToLowerInvariant(), Method = StructureWords.Method(_structure.Search, IsPlain), Validity = StructureWords.Validity,
            Stations = _table.Stations, Variables = [.. _table.Variables.Select(variable => new VariableResource(variable.Name, _table.Stations[variable.Station]))],
            Edges = edges, Missing = [.. Missing()], Target = target < 0 ? null : Name(target), Effects = effects, Notes = [.. _table.Notes, .. StructureWords.Notes(_structure, _table, again is not null ? (Halves, _request.Seed ?? 1) : null, Name)],
        };
    }

    private int Halves => _request.Halves ?? StructureRequest.UsualHalves;

    private StructureSettings Settings()
    {
        var usual = new StructureSettings();
        return new StructureSettings(_request.Alpha ?? usual.Alpha, _request.Depth ?? usual.Depth, _request.FalseShare ?? usual.FalseShare)
        {
            Search = _request.Search switch { "stations" => StructureSearch.Stations, "neighbours" => StructureSearch.Neighbours, _ => null },
        };
    }

    private Matrix? Again(CancellationToken cancellation) =>
        Halves == 0 || _table.Rows < FewestForHalves ? null : EdgeStability.Of(_scores, Tiers, Settings() with { Search = _structure.Search }, (Halves, _request.Seed ?? 1), cancellation);

    private string Name(int variable) => _table.Stations[_table.Variables[variable].Station] is { Length: > 0 } station ? $"{station}/{_table.Variables[variable].Name}" : _table.Variables[variable].Name;

    private EdgeResource Edge(StructureEdge edge, Matrix? again)
    {
        var (low, high) = _test.Interval(edge.Weakest.Correlation, edge.Weakest.Given.Count, Level);
        return new EdgeResource(Name(edge.From), Name(edge.To), edge.Kind switch { EdgeKind.ByOrder => "order", EdgeKind.ByData => "data", _ => "open" }, edge.Weakest.Correlation, [low, high], edge.Weakest.Probability)
        {
            Held = Held(edge.Weakest), Again = again?[Math.Min(edge.From, edge.To), Math.Max(edge.From, edge.To)] is { } share && !double.IsNaN(share) ? share : null,
        };
    }

    private IReadOnlyList<string> Held(Separation by) => StructureWords.Held(by.Given, _table, Name);

    private IEnumerable<MissingEdge> Missing() =>
        (from x in Enumerable.Range(0, _table.Variables.Count)
         from y in Enumerable.Range(x + 1, _table.Variables.Count - x - 1)
         let against = _structure.Against(x, y)
         where against is { Given.Count: > 0 } && !_structure.Joins(x, y) && _test.Probability(_correlations[x, y], 0) < 0.01
         orderby Math.Abs(_correlations[x, y]) descending
         select new MissingEdge(Name(x), Name(y), _correlations[x, y], against.Correlation, against.Probability, Held(against))).Take(MostMissing);

    // In units by plain regression: ranks tell what is tied to what, not by how much.
    private IEnumerable<EffectResource> Effects(int target)
    {
        var correlations = IsPlain ? _correlations : CorrelationMatrix.Of(_table.Columns);
        var effects = new TotalEffects(_structure, correlations, _table.Rows).On(target);
        var worst = 0.0;
        for (var k = 0; k < effects.Count; k++)
        {
            var (one, half) = (effects[k], StudentT.Quantile((1 + Level) / 2, effects[k].Degrees) * effects[k].Error);
            worst = Math.Max(worst, Math.Min(1, (effects.Count - k) * one.Probability));
            yield return new EffectResource(Name(one.Cause), _table.Stations[_table.Variables[one.Cause].Station], one.Value, [one.Value - half, one.Value + half], one.Value * Deviation(target) / Deviation(one.Cause), worst)
            {
                Held = [.. one.Held.Select(Name)], Range = [one.Range.Low, one.Range.High], IsDirect = _structure.Joins(one.Cause, target), IsPossible = one.IsPossible,
            };
        }
    }

    private double Deviation(int variable)
    {
        var values = _table.Columns[variable];
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
