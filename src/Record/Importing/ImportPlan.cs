using Voltloop.Record.Ports;

namespace Voltloop.Record.Importing;

/// <summary>What an import would do, worked out without writing.</summary>
/// <param name="Format">Format in words, for example <c>BDF time series (CSV)</c>.</param>
/// <param name="Batch">What would be written; empty when the file is already in the record.</param>
/// <param name="Findings">What the importer saw.</param>
/// <param name="Changes">What would change, for people.</param>
public sealed record ImportPlan(string Format, WriteBatch Batch, IReadOnlyList<Finding> Findings, IReadOnlyList<ImportChange> Changes)
{
    /// <summary>True when the record already holds all of it.</summary>
    public bool AlreadyImported { get; init; }

    /// <summary>What was changed on the way from the file to the batch.</summary>
    public IReadOnlyList<ImportRepair> Repairs { get; init; } = [];

    /// <summary>True when nothing stands in the way of writing.</summary>
    public bool CanCommit => !Findings.Any(f => f.Severity == FindingSeverity.Error);
}
