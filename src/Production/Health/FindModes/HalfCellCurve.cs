using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.FindModes;

/// <summary>A half-cell curve as it is handed in.</summary>
/// <param name="Lithiation">Lithiation, 0 to 1.</param>
/// <param name="Volt">Potential against lithium, V.</param>
internal sealed record HalfCellCurve(double[] Lithiation, double[] Volt)
{
    /// <summary>Most points of a curve.</summary>
    public const int MostPoints = 10_000;

    private const int Fewest = 10;

    /// <summary>Reads a table of two columns: lithiation and potential; lines that are no numbers at the head are passed over.</summary>
    /// <exception cref="ProblemException">A line holds no two numbers.</exception>
    public static HalfCellCurve Parse(string text, string name)
    {
        var rows = new List<(double X, double V)>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var fields = lines[i].Trim().Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (fields.Length >= 2 && Number(fields[0]) is { } x && Number(fields[1]) is { } volt) rows.Add((x, volt));
            else if (rows.Count > 0 && lines[i].Trim().Length > 0) throw new ProblemException(CommonProblems.MalformedInput, $"{name}: the line holds no lithiation and potential.", FormattableString.Invariant($"line {i + 1}"));
        }

        return new HalfCellCurve([.. rows.Select(row => row.X)], [.. rows.Select(row => row.V)]);
    }

    /// <summary>The curve for the kernels: each lithiation once, in order.</summary>
    /// <exception cref="ProblemException">It has too few points, too many, or values that cannot be.</exception>
    public HalfCell Read(string electrode)
    {
        if (Lithiation.Length != Volt.Length) throw Wrong(electrode, "as many lithiations as potentials are needed");
        if (Lithiation.Length is < Fewest or > MostPoints) throw Wrong(electrode, $"{Fewest} to {MostPoints} points are needed");
        if (Lithiation.Any(x => x is not (>= 0 and <= 1)) || Volt.Any(v => v is not (> -1 and < 6))) throw Wrong(electrode, "lithiations lie from 0 to 1, potentials from -1 to 6 V");
        int[] order = [.. Enumerable.Range(0, Volt.Length).OrderBy(i => Lithiation[i]).DistinctBy(i => Lithiation[i])];
        return order.Length < Fewest ? throw Wrong(electrode, "the lithiations repeat") : new HalfCell(Array.ConvertAll(order, i => Lithiation[i]), Array.ConvertAll(order, i => Volt[i]));
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private static ProblemException Wrong(string electrode, string what) => new(CommonProblems.InvalidValue, $"The curve of the {electrode} electrode cannot be used: {what}.", electrode);
}
