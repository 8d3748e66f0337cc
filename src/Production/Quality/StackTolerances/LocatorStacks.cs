using Voltloop.Core.Problems;
using Voltloop.Kernels.Tolerances;

namespace Voltloop.Quality.StackTolerances;

/// <summary>Stacks of a part on six locators: one for each layout and measured point.</summary>
internal static class LocatorStacks
{
    private const string Only = "layout";

    /// <summary>The stacks of a table of locators and points, and how robust each layout is.</summary>
    /// <exception cref="ProblemException">A layout does not hold the part, or has other than six locators.</exception>
    public static (IReadOnlyList<NamedStack> Stacks, IReadOnlyList<LayoutResource> Layouts) Read(StackRows rows)
    {
        int[] all = [.. Enumerable.Range(0, rows.Count)];
        int[] locators = [.. all.Where(row => Kind(rows, row) == "locator")];
        int[] points = [.. all.Where(row => Kind(rows, row) == "point")];
        if (points.Length == 0) throw new ProblemException(QualityProblems.TooFewPoints, "There is no point to measure: a row with kind point.", "kind");
        var names = locators.Select(row => rows.Text(row, "scheme") ?? Only).Distinct(StringComparer.Ordinal);
        var found = names.Select(name => Layout(rows, name, [.. locators.Where(row => (rows.Text(row, "scheme") ?? Only) == name)], [.. points.Where(row => (rows.Text(row, "scheme") ?? name) == name)])).ToArray();
        return ([.. found.SelectMany(one => one.Stacks)], [.. found.Select(one => one.Robust)]);
    }

    private static (NamedStack[] Stacks, LayoutResource Robust) Layout(StackRows rows, string name, int[] locators, int[] points)
    {
        if (locators.Length != LocatedPart.Locators) throw new ProblemException(QualityProblems.SingularLocators, $"The layout \"{name}\" has {locators.Length} locators; a rigid part needs {LocatedPart.Locators}.", name);
        if (points.Length == 0) throw new ProblemException(QualityProblems.TooFewPoints, $"The layout \"{name}\" has no point to measure.", name);
        var slopes = LocatedPart.Sensitivities([.. locators.Select(row => Point(rows, row))], [.. points.Select(row => Point(rows, row))])
            ?? throw new ProblemException(QualityProblems.SingularLocators, $"The locators of \"{name}\" leave the part free to move.", name, "No three of the first plane may lie on a line, the two of the second must be apart, and no direction may be held twice in one place.");
        NamedStack[] stacks = [.. points.Select((row, i) => Stack(rows, name, row, (locators, slopes[i])))];
        var sigmas = stacks.Select(stack => StackSum.Of(stack.Contributors).Sigma).ToArray();
        return (stacks, new LayoutResource(name, LocatedPart.Robustness(slopes), Math.Sqrt(sigmas.Average(sigma => sigma * sigma)), stacks[Array.IndexOf(sigmas, sigmas.Max())].Name, sigmas.Max()));
    }

    private static NamedStack Stack(StackRows rows, string layout, int row, (int[] Rows, double[] Slopes) of)
    {
        var parts = of.Rows.Select((locator, j) => Part(rows, locator, of.Slopes[j])).Append(Part(rows, row, 1));
        return new NamedStack($"{layout}: {rows.Text(row, "name") ?? $"row {row + 1}"}", [.. parts]);
    }

    private static StackPart Part(StackRows rows, int row, double slope)
    {
        var deviation = Dimension.Read(rows, row, rows.Number(row, "nominal", 0));
        return new StackPart(new Contributor(rows.Text(row, "name") ?? $"row {row + 1}", deviation.Variation, slope) { Middle = deviation.Middle, Half = deviation.Half });
    }

    private static SurfacePoint Point(StackRows rows, int row)
    {
        var normal = (rows.Number(row, "nx", 0), rows.Number(row, "ny", 0), rows.Number(row, "nz", 0));
        if (normal == (0.0, 0.0, 0.0)) throw new ProblemException(CommonProblems.InvalidValue, "The direction nx, ny, nz is missing.", rows.Place(row));
        return new SurfacePoint(rows.Required(row, "x"), rows.Required(row, "y"), rows.Required(row, "z"), normal);
    }

    private static string Kind(StackRows rows, int row) => rows.Text(row, "kind") is ("locator" or "point") and var kind ? kind
        : throw new ProblemException(CommonProblems.InvalidValue, $"\"{rows.Text(row, "kind")}\" is neither locator nor point.", rows.Place(row));
}
