using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Health.Model;
using Voltloop.Record.Statements;
using Voltloop.Web.Http;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Writes gradings as statements.</summary>
internal static class GradeStatements
{
    private static readonly Evidence Method = new(
        "grade.pulses-and-least-expected-cost",
        "Tao et al., Nat. Commun. 15 (2024); Lei et al., J. Am. Stat. Assoc. 113 (2018); routine checks after UL 1974",
        "Cells of a type with at least 9 reference cells, readings like theirs; limits and costs are the operator's.");

    /// <summary>The assessment of a cell, and its state of health where it was found.</summary>
    public static IReadOnlyList<Statement> Of(GradedCell cell, ThingId thing, DateTimeOffset now)
    {
        var context = new StatementContext(thing, now, []);
        var assessment = context.State(HealthTerms.SecondLife, StatementValue.Of(JsonSerializer.SerializeToElement(cell, JsonOutput.Compact)), Method);
        return cell is { Health: { } health, Lower: { } lower, Upper: { } upper }
            ? [assessment, context.Number(HealthTerms.StateOfHealth, health, "%", Method) with { Uncertainty = new Interval(lower, upper, Model.Grading.PulseGrader.Level) }]
            : [assessment];
    }
}
