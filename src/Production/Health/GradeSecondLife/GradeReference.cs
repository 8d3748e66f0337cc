using System.Collections.Concurrent;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Reference cells of each type, and what was learnt from them.</summary>
internal sealed class GradeReference
{
    private readonly ConcurrentDictionary<string, Lazy<PulseGrader>> _graders = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, GradingRow>> _rows;

    private GradeReference(Func<string> text) => _rows = new(() => GradingFile.Read(text()).Where(row => row.Reading.Health is not null).ToLookup(row => row.Type, StringComparer.Ordinal));

    /// <summary>Where the reference that ships with the program is.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "pulsebat", "reference.csv");

    /// <summary>Cells to grade that ship with the program.</summary>
    public static string Example { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "pulsebat", "to-grade.csv");

    /// <summary>Types of cells that can be graded.</summary>
    public IEnumerable<string> Types => _rows.Value.Select(group => group.Key);

    /// <summary>The reference in a file.</summary>
    public static GradeReference Of(string path) => new(() => File.Exists(path) ? File.ReadAllText(path) : throw new ProblemException(CommonProblems.NotFound, "The reference cells are missing.", path));

    /// <summary>What grades a type; learnt at the first use, which takes some seconds.</summary>
    /// <exception cref="ProblemException">There are no, or too few, reference cells of the type.</exception>
    public PulseGrader For(string type) => _graders.GetOrAdd(type, one => new Lazy<PulseGrader>(() => Learn(one))).Value;

    private PulseGrader Learn(string type)
    {
        GradingRow[] rows = [.. _rows.Value[type]];
        string[] cells = [.. rows.Select(row => row.Cell).Distinct(StringComparer.Ordinal)];
        return cells.Length >= PulseGrader.FewestCells
            ? PulseGrader.Train([.. rows.Select(row => row.Reading)], Array.ConvertAll(rows, row => Array.IndexOf(cells, row.Cell)))
            : throw new ProblemException(CommonProblems.InvalidValue, $"There are {cells.Length} reference cells of the type \"{type}\"; at least {PulseGrader.FewestCells} are needed.", null, $"Types with a reference: {string.Join(", ", Types)}.");
    }
}
