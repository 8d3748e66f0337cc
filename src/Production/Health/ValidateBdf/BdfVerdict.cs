using Voltloop.Record.Importing;

namespace Voltloop.Health.ValidateBdf;

/// <summary>Whether a file keeps the Battery Data Format 1.3.0.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Format">What it was recognised as.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Findings">Broken rules as errors, doubts as warnings, worst first.</param>
internal sealed record BdfVerdict(string File, string Format, int Rows, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when no rule is broken.</summary>
    public bool IsValid => !Findings.Any(finding => finding.Severity == FindingSeverity.Error);

    /// <summary>Broken rules.</summary>
    public int Errors => Findings.Count(finding => finding.Severity == FindingSeverity.Error);
}
