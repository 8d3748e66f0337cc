using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.StackTolerances;

/// <summary>Takes what machines of the line read as the distribution of a dimension: the twin of the line.</summary>
/// <param name="signals">The signals of the record.</param>
internal sealed class LiveValues(ProcessSignals signals)
{
    /// <summary>Most signals of a table.</summary>
    public const int MaxSignals = 20;

    /// <summary>Readings for every distribution of the table that names a signal.</summary>
    /// <exception cref="ProblemException">The words are not those of a signal, or there are no readings.</exception>
    public async Task<IReadOnlyDictionary<string, double[]>> OfAsync(DelimitedTable table, CancellationToken cancellation)
    {
        var found = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var column = table.Find("distribution");
        foreach (var words in table.Rows.Select(row => DelimitedTable.Text(row, column)).OfType<string>().Where(text => text.StartsWith("signal", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            if (found.Count == MaxSignals) throw new ProblemException(CommonProblems.LimitExceeded, $"The table names more signals than LiveValues.MaxSignals ({MaxSignals}).", table.Name);
            var series = await signals.ReadAsync(Request(words, table.Name), cancellation);
            found[words] = [.. series.Readings.Select(reading => reading.Value)];
        }

        return found;
    }

    private static SignalRequest Request(string words, string place)
    {
        if (words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [_, var machine, var signal, var day] || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"\"{words}\" is no signal.", place, "Write signal MACHINE SIGNAL DAY, such as signal https://id.gs1.org/414/9521234600411/254/COATER-3 SurfaceDensity 2024-03-05.");
        }

        var from = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return new SignalRequest(machine, signal, from, from.AddDays(1));
    }
}
