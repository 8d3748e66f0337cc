using System.Text.Json;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Model.Packs;

/// <summary>Writes what was found about a pack as statements.</summary>
internal static class PackStatements
{
    /// <summary>Consistency and safety of the pack.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="context">What both share.</param>
    /// <param name="options">How values are written.</param>
    public static IReadOnlyList<Statement> Of(PackReport report, StatementContext context, JsonSerializerOptions options) =>
    [
        context.State(HealthTerms.PackConsistency, StatementValue.Of(JsonSerializer.SerializeToElement(report.Consistency, options)), PackMethods.Consistency),
        context.State(HealthTerms.PackSafety, StatementValue.Of(JsonSerializer.SerializeToElement(report.Safety, options)), PackMethods.Safety),
    ];
}
