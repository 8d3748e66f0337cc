using Voltloop.Core.Problems;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.StudyGauge;

/// <summary>Rows of a gauge study: part, appraiser, and what was measured or judged.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Parts">Names of the parts, in the order of the table.</param>
/// <param name="Appraisers">Names of the appraisers, in the order of the table.</param>
internal sealed record GaugeTable(IReadOnlyList<GaugeRow> Rows, IReadOnlyList<string> Parts, IReadOnlyList<string> Appraisers)
{
    /// <summary>What columns a study has.</summary>
    public const string Layout = "Columns part, appraiser and value, a row for each measurement; reference for bias and linearity; judgement instead of value for agreement.";

    /// <summary>Most cells of a study.</summary>
    public const int MaxRows = 20_000;

    /// <summary>Reads a study.</summary>
    /// <exception cref="ProblemException">A column is missing, or the table too large.</exception>
    public static GaugeTable Of(DelimitedTable table)
    {
        if (table.Rows.Count > MaxRows) throw new ProblemException(CommonProblems.LimitExceeded, $"The study has {table.Rows.Count} rows; the limit GaugeTable.MaxRows is {MaxRows}.", table.Name);
        var (part, appraiser, value, judged, reference) = (table.Find("part", "item"), table.Find("appraiser", "operator"), table.Find("value", "measurement"), table.Find("judgement", "judgment", "verdict"), table.Find("reference", "standard"));
        if (part < 0 || (value < 0 && judged < 0)) throw new ProblemException(CommonProblems.MalformedInput, $"A study needs the columns part and value, or part and judgement; there are {string.Join(", ", table.Columns)}.", table.Name, Layout);
        GaugeRow[] rows = [.. table.Rows.Select((row, i) => new GaugeRow(
            DelimitedTable.Text(row, part) ?? throw new ProblemException(CommonProblems.MalformedInput, "The part is missing.", $"{table.Name}, row {i + 1}"), DelimitedTable.Text(row, appraiser) ?? "–")
        {
            Value = value < 0 ? double.NaN : table.Value(i, value), Judgement = DelimitedTable.Text(row, judged), Reference = DelimitedTable.Text(row, reference),
        })];
        return new GaugeTable(rows, [.. rows.Select(row => row.Part).Distinct(StringComparer.Ordinal)], [.. rows.Select(row => row.Appraiser).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether it judges by kinds instead of measuring.</summary>
    public bool Judges => Rows.All(row => row.Judgement is not null);

    /// <summary>Whether each appraiser has parts of their own.</summary>
    public bool IsNested => Appraisers.Count > 1 && Parts.All(part => Rows.Where(row => row.Part == part).Select(row => row.Appraiser).Distinct(StringComparer.Ordinal).Count() == 1);

    /// <summary>Values by part, appraiser, repeat; every cell has as many.</summary>
    /// <exception cref="ProblemException">A cell is missing or has fewer values than others.</exception>
    public double[,,] Crossed() => Filled(_ => Parts, byPart: true);

    /// <summary>Values by appraiser, own part, repeat; every appraiser has as many parts, every part as many values.</summary>
    /// <inheritdoc cref="Crossed" path="/exception"/>
    public double[,,] Nested()
    {
        var own = Appraisers.ToDictionary(name => name, name => (IReadOnlyList<string>)[.. Rows.Where(row => row.Appraiser == name).Select(row => row.Part).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
        if (own.Values.Select(parts => parts.Count).Distinct().Count() > 1) throw Missing("Appraisers have measured different numbers of parts.");
        return Filled(name => own[name], byPart: false);
    }

    private double[,,] Filled(Func<string, IReadOnlyList<string>> partsOf, bool byPart)
    {
        var cells = Rows.Where(row => double.IsFinite(row.Value)).GroupBy(row => (row.Appraiser, row.Part)).ToDictionary(cell => cell.Key, cell => cell.Select(row => row.Value).ToArray());
        var (repeats, parts) = (cells.Count > 0 ? cells.Values.Max(cell => cell.Length) : 0, partsOf(Appraisers[0]).Count);
        var values = byPart ? new double[parts, Appraisers.Count, repeats] : new double[Appraisers.Count, parts, repeats];
        for (var a = 0; a < Appraisers.Count; a++)
        {
            for (var p = 0; p < parts; p++)
            {
                var cell = cells.GetValueOrDefault((Appraisers[a], partsOf(Appraisers[a])[p])) ?? [];
                if (cell.Length != repeats) throw Missing($"Part {partsOf(Appraisers[a])[p]} by appraiser {Appraisers[a]} has {cell.Length} of {repeats} measurements.");
                for (var k = 0; k < repeats; k++) values[byPart ? p : a, byPart ? a : p, k] = cell[k];
            }
        }

        return values;
    }

    private static ProblemException Missing(string what) => new(QualityProblems.MissingCell, what, null, "Measure it again, or leave the part out for all appraisers.");
}
