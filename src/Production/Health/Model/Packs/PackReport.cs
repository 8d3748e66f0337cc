using Voltloop.Record.Importing;

namespace Voltloop.Health.Model.Packs;

/// <summary>All that was found about a pack.</summary>
/// <param name="Source">File or series.</param>
/// <param name="Samples">Samples of each cell.</param>
/// <param name="Hours">Length, h.</param>
/// <param name="Consistency">How the cells stand beside each other.</param>
/// <param name="Safety">Faults.</param>
/// <param name="Findings">What was seen while reading.</param>
internal sealed record PackReport(string Source, int Samples, double Hours, PackConsistency Consistency, PackSafety Safety, IReadOnlyList<Finding> Findings)
{
    /// <summary>Checks a recording.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="perYear">False alarms allowed in a year of this pack.</param>
    public static PackReport Of(PackRecording recording, double perYear)
    {
        var second = recording.Matrix.Second;
        return new PackReport(
            recording.Source, second.Length, Math.Round((second[^1] - second[0]) / 3600, 3), ConsistencyAssessment.Of(recording), SafetyAssessment.Of(recording, perYear), recording.Findings);
    }
}
