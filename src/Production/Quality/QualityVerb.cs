using System.CommandLine;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.StudyGauge;
using Voltloop.Web.Composition;

namespace Voltloop.Quality;

/// <summary><c>quality</c>: what a line makes, and whether the gauge can tell.</summary>
internal static class QualityVerb
{
    /// <summary>The command with its verbs.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("quality", "Control charts, capability, gauge studies and root causes.");
        command.Subcommands.Add(ChartVerb.Build(host));
        command.Subcommands.Add(CapabilityVerb.Build(host));
        command.Subcommands.Add(GaugeVerb.Build(host));
        command.Subcommands.Add(CauseVerb.Build(host));
        return command;
    }
}
