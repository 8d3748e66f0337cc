using Voltloop.Core.Problems;
using Voltloop.Kernels.Multivariate;

namespace Voltloop.Quality.Model;

/// <summary>Training rows as models need them: without constant signals and without rows that have a missing value.</summary>
/// <param name="Columns">Places of the signals that are kept.</param>
/// <param name="Rows">Rows without a missing value, kept signals only.</param>
/// <param name="Notes">What was left out.</param>
internal sealed record TrainingRows(IReadOnlyList<int> Columns, IReadOnlyList<double[]> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>Fewest rows that anything is learnt from.</summary>
    public const int Fewest = 20;

    // More rows with gaps than this share say that a sensor was off, not that a reading was lost.
    private const double MostMissing = 0.2;

    /// <summary>Prepares a table.</summary>
    /// <exception cref="ProblemException">Too few rows, too many gaps, or nothing varies.</exception>
    public static TrainingRows Of(SignalTable table)
    {
        double[][] whole = [.. table.Rows.Where(row => !row.Any(double.IsNaN))];
        var missing = table.Rows.Count - whole.Length;
        if (missing > MostMissing * table.Rows.Count) throw new ProblemException(QualityProblems.MissingValues, $"{missing} of {table.Rows.Count} training rows have a missing value.", table.Name, "Leave out the signal that is missing so often, or fill its gaps from its source.");
        if (whole.Length < Fewest) throw new ProblemException(QualityProblems.TooFewPoints, $"{whole.Length} training rows; {Fewest} are needed, and ten for each signal are better.", table.Name);
        var deviation = ReferenceRows.Of(whole).Deviation;
        int[] kept = [.. Enumerable.Range(0, deviation.Length).Where(j => deviation[j] > 0)];
        if (kept.Length == 0) throw new ProblemException(QualityProblems.ConstantData, "No signal varies in the training rows.", table.Name);
        return new TrainingRows(kept, [.. whole.Select(row => kept.Select(j => row[j]).ToArray())], [.. Told(table, missing, kept)]);
    }

    /// <summary>What test rows say about signals that did not vary in training.</summary>
    public IEnumerable<string> Moved(SignalTable train, SignalTable test)
    {
        foreach (var j in Enumerable.Range(0, train.Columns.Count).Except(Columns))
        {
            var usual = train.Rows.Select(row => row[j]).First(value => !double.IsNaN(value));
            var moved = test.Rows.Count(row => !double.IsNaN(row[j]) && Math.Abs(row[j] - usual) > 1e-9 * Math.Max(1, Math.Abs(usual)));
            if (moved > 0) yield return $"{train.Columns[j]} never changed in training, but did in {moved} test rows: look at it yourself.";
        }
    }

    private static IEnumerable<string> Told(SignalTable table, int missing, int[] kept)
    {
        if (missing > 0) yield return $"{missing} training rows with a missing value were left out.";
        if (kept.Length < table.Columns.Count) yield return $"Left out because constant in training: {string.Join(", ", Enumerable.Range(0, table.Columns.Count).Except(kept).Select(j => table.Columns[j]))}.";
        if (kept.Length * 10 > table.Rows.Count) yield return $"{table.Rows.Count} training rows for {kept.Length} signals are few: ten for each are usual.";
    }
}
