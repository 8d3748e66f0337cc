using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>States gradings in the record of the batteries that they name.</summary>
internal sealed class GradeKeeper(ThingResolver resolver, IRecordWriter writer, TimeProvider clock)
{
    /// <summary>Writes the gradings of a report, all or none.</summary>
    /// <exception cref="ProblemException">A cell names no battery of the record, or several.</exception>
    public async Task KeepAsync(GradingReport report, string issuer, CancellationToken cancellation)
    {
        var (now, statements) = (clock.GetUtcNow(), new List<Statement>());
        foreach (var cell in report.Cells) statements.AddRange(GradeStatements.Of(cell, (await resolver.FindAsync(cell.Cell, cancellation)).Id, now));
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(issuer, statements)] }, cancellation);
    }
}
