using Voltloop.Core.Problems;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;

namespace Voltloop.App.Verbs;

/// <summary>What became of one file.</summary>
internal sealed record ImportResult(string File, string Outcome, string Summary)
{
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<ImportChange> Changes { get; init; } = [];

    public IReadOnlyList<ImportRepair> Repairs { get; init; } = [];

    public WriteReceipt? Receipt { get; init; }

    public int ExitCode { get; init; }

    public static ImportResult Of(string file, ImportPlan plan, WriteReceipt? receipt) => new(file, Word(plan, receipt), Line(file, plan, receipt))
    {
        Findings = plan.Findings,
        Changes = plan.Changes,
        Repairs = plan.Repairs,
        Receipt = receipt,
        ExitCode = plan.CanCommit ? 0 : CommonProblems.InvalidValue.ExitCode,
    };

    public static ImportResult Of(string file, Problem problem) => new(file, "refused", $"{file}: refused: {problem}")
    {
        ExitCode = problem.Kind.ExitCode,
    };

    private static string Word(ImportPlan plan, WriteReceipt? receipt) =>
        receipt is not null ? "imported" : plan.AlreadyImported ? "unchanged" : "previewed";

    private static string Line(string file, ImportPlan plan, WriteReceipt? receipt) => Word(plan, receipt) switch
    {
        "imported" when receipt!.Events > 0 => $"{file}: {plan.Format}: {receipt.Events} events",
        "imported" => $"{file}: {plan.Format}: {receipt!.NewThings} new things, {receipt.Statements} statements, {receipt.Samples} samples",
        "unchanged" => $"{file}: {plan.Format}: already in the record, nothing written",
        _ => $"{file}: {plan.Format}: {plan.Changes.Count} changes previewed, nothing written",
    };
}
