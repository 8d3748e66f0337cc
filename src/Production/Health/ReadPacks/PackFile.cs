using Voltloop.Core.Problems;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ReadPacks;

/// <summary>Reads measurements of a pack from a table that is not imported.</summary>
internal static class PackFile
{
    /// <summary>The recording.</summary>
    /// <exception cref="ProblemException">The table cannot be read; the first error is named.</exception>
    public static PackRecording Read(string name, ReadOnlyMemory<byte> bytes)
    {
        var log = new FindingLog();
        var data = PackTable.Read(bytes, log, out _);
        var recording = data is null ? null : PackTable.Recording(name, data, log);
        if (recording is not null) return recording;
        var error = log.ToList().First(finding => finding.Severity == FindingSeverity.Error);
        throw new ProblemException(PackLimits.NoPack, $"{error.Code}: {error.Message}", error.Location ?? name, "See docs/how-to/check-a-pack.md.");
    }
}
