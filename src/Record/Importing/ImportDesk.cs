using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Importing;

/// <summary>The one way from a file to the record: recognise, plan, and write as one unit.</summary>
/// <param name="importers">Importers of all rooms.</param>
/// <param name="reader">The record, for comparing with what is there.</param>
/// <param name="writer">The record's writer.</param>
public sealed class ImportDesk(IEnumerable<IImporter> importers, IRecordReader reader, IRecordWriter writer)
{
    private readonly IImporter[] _importers = [.. importers];

    /// <summary>Formats that can be imported, for help texts.</summary>
    public IReadOnlyList<string> Formats => [.. _importers.Select(importer => importer.Format)];

    /// <summary>Works out what importing a file would do, without writing.</summary>
    /// <exception cref="ProblemException">No importer recognises the file, it cannot be read, or the actor may not write what it holds.</exception>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, CancellationToken cancellation)
    {
        var importer = Array.Find(_importers, candidate => candidate.Recognises(source)) ?? throw Unknown(source);
        var plan = await importer.PlanAsync(source, options, reader, cancellation);
        if (writer is Policies.IWriteGuard guard) await guard.CheckAsync(plan.Batch, cancellation);
        return options.Strict ? plan with { Findings = [.. plan.Findings.Select(Harden)] } : plan;
    }

    /// <summary>Writes a plan; a plan of a file that is already there writes nothing.</summary>
    /// <returns>The receipt, or <c>null</c> when there was nothing to write.</returns>
    /// <exception cref="ProblemException">The plan holds an error, or the store refuses.</exception>
    public async Task<WriteReceipt?> CommitAsync(ImportPlan plan, CancellationToken cancellation)
    {
        if (plan.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error) is { } error)
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"{error.Code}: {error.Message}", error.Location);
        }

        return plan.AlreadyImported ? null : await writer.WriteAsync(plan.Batch, cancellation);
    }

    private static Finding Harden(Finding finding) =>
        finding.Severity == FindingSeverity.Warning ? finding with { Severity = FindingSeverity.Error } : finding;

    private ProblemException Unknown(ImportSource source) => new(
        CommonProblems.UnknownFormat,
        "No importer recognises the content.",
        source.Name,
        $"Importable: {string.Join("; ", Formats)}.");
}
