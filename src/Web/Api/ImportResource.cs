using Voltloop.Record.Importing;
using Voltloop.Record.Ports;

namespace Voltloop.Web.Api;

/// <summary>What an import did, or would do.</summary>
/// <param name="Format">Format that was recognised.</param>
/// <param name="AlreadyImported">True when the record already held all of it.</param>
/// <param name="Findings">What the importer saw.</param>
/// <param name="Changes">What changes, at most 200 lines.</param>
/// <param name="Receipt">Proof that it is durable; absent for a preview and when there was nothing to write.</param>
public sealed record ImportResource(
    string Format, bool AlreadyImported, IReadOnlyList<Finding> Findings, IReadOnlyList<ImportChange> Changes, WriteReceipt? Receipt)
{
    /// <summary>What was changed on the way from the file to the record.</summary>
    public IReadOnlyList<ImportRepair> Repairs { get; init; } = [];

    /// <summary>Shows a plan and its receipt.</summary>
    public static ImportResource Of(ImportPlan plan, WriteReceipt? receipt) =>
        new(plan.Format, plan.AlreadyImported, plan.Findings, [.. plan.Changes.Take(ImportLimits.MaxFindings)], receipt) { Repairs = plan.Repairs };
}
