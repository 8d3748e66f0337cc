using Voltloop.Health.Model.Grading;
using Voltloop.Kernels.Grouping;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Grades the cells of a file and groups them.</summary>
internal sealed class GradingDesk(GradeReference reference, TimeProvider clock)
{
    private const double ResistanceWeight = 0.5;

    /// <summary>Grades.</summary>
    /// <param name="text">The table.</param>
    /// <param name="policy">Limits and costs.</param>
    /// <param name="moduleSize">Cells of a module; 0 for no grouping.</param>
    /// <param name="cancellation">Stops between two cells.</param>
    public GradingReport Grade(string text, GradingPolicy policy, int moduleSize, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var cells = new List<GradedCell>();
        foreach (var row in GradingFile.Read(text))
        {
            cancellation.ThrowIfCancellationRequested();
            cells.Add(One(row, policy, today));
        }

        return new GradingReport(cells, moduleSize < 2 ? [] : [.. Group(cells, moduleSize)], policy, GradingReport.MethodText);
    }

    private GradedCell One(GradingRow row, GradingPolicy policy, DateOnly today)
    {
        var gates = Gates.Of(row.Checks, policy, today);
        var resistance = Math.Round(row.Reading.Resistance(row.Nominal), 7);
        if (reference.For(row.Type).Estimate(row.Reading) is not { } estimate) return new GradedCell(row.Cell, row.Type, "outside", gates) { Resistance = resistance };
        var decision = GradeDecision.Of(estimate, policy);
        return new GradedCell(row.Cell, row.Type, GradedCell.StatusOf(gates, decision), gates)
        {
            Health = Math.Round(estimate.Health, 2),
            Lower = Math.Round(estimate.Interval.Lower, 2),
            Upper = Math.Round(estimate.Interval.Upper, 2),
            Capacity = Math.Round(row.Nominal * estimate.Health / 100, 4),
            Resistance = resistance,
            Grade = decision.Grade,
            Probabilities = Array.ConvertAll(decision.Probabilities, one => Math.Round(one, 3)),
            ExpectedCosts = Array.ConvertAll(decision.ExpectedCosts, one => Math.Round(one, 3)),
        };
    }

    private static IEnumerable<GradedModules> Group(List<GradedCell> cells, int size) => cells
        .Where(cell => cell is { Grade: Model.Grading.Grade.A or Model.Grading.Grade.B, Capacity: > 0, Resistance: > 0 } && !string.Equals(cell.Status, "reject", StringComparison.Ordinal))
        .GroupBy(cell => (cell.Type, Grade: cell.Grade!.Value))
        .OrderBy(kind => kind.Key.Type, StringComparer.Ordinal).ThenBy(kind => kind.Key.Grade)
        .Select(kind => (kind.Key, Members: kind.Take(ModuleGrouping.MostCells).ToArray()))
        .Where(kind => kind.Members.Length >= size)
        .Select(kind => Plan(kind.Key, kind.Members, size));

    private static GradedModules Plan((string Type, Grade Grade) kind, GradedCell[] members, int size)
    {
        CellFigures[] figures = Array.ConvertAll(members, cell => new CellFigures(cell.Capacity!.Value, cell.Resistance));
        var plan = ModuleGrouping.Plan(figures, size, ResistanceWeight);
        int[][] arrived = [.. plan.Modules.SelectMany(module => module).Order().Chunk(size)];
        double Percent(double share) => Math.Round(100 * share, 3);
        return new GradedModules(
            kind.Type, kind.Grade, [.. plan.Modules.Select(module => Array.ConvertAll(module, i => members[i].Cell))],
            Percent(plan.Mismatch), Percent(plan.Bound), Percent(ModuleGrouping.Mismatch(figures, arrived, ResistanceWeight)));
    }
}
