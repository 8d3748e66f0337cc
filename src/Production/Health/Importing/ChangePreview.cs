using System.Globalization;
using Voltloop.Core.Time;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Importing;

/// <summary>Says in words what an import changes on one thing.</summary>
internal static class ChangePreview
{
    /// <summary>One line for the samples and one per statement.</summary>
    public static async Task<IReadOnlyList<ImportChange>> OfAsync(
        SeriesStep step, IReadOnlyList<Statement> statements, IRecordReader record, CancellationToken cancellation)
    {
        var thing = step.Append!.Spec.Thing;
        var before = (await record.ReadStatementsAsync(thing, AsOf.Latest, cancellation))
            .ToDictionary(recorded => recorded.Statement.Term, recorded => recorded.Statement, StringComparer.Ordinal);
        var samples = step.Held + step.Append.Columns[0].Length;
        var changes = new List<ImportChange>
        {
            new(thing.Value, step.Append.Spec.Title, step.Held == 0 ? null : Samples(step.Held), Samples(samples)),
        };
        changes.AddRange(statements.Select(statement => new ImportChange(
            thing.Value, statement.Term, before.TryGetValue(statement.Term, out var old) ? Show(old) : null, Show(statement))));
        return changes;
    }

    private static string Samples(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} samples");

    private static string Show(Statement statement) => statement.Value.AsNumber() is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{number:G6} {statement.Unit}").TrimEnd()
        : statement.Value.Json;
}
