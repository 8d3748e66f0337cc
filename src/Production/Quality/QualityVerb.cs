using System.CommandLine;
using Voltloop.Quality.AnalyseExperiment;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.CompareExperts;
using Voltloop.Quality.DesignExperiment;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.KeepControlPlan;
using Voltloop.Quality.LearnStructure;
using Voltloop.Quality.MonitorProcess;
using Voltloop.Quality.PredictQuality;
using Voltloop.Quality.StackTolerances;
using Voltloop.Quality.StudyGauge;
using Voltloop.Web.Composition;

namespace Voltloop.Quality;

/// <summary><c>quality</c>: what a line makes, and whether the gauge can tell.</summary>
internal static class QualityVerb
{
    /// <summary>The command with its verbs.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("quality", "Control charts, monitoring of many signals, capability, gauge studies, control plans, tolerances, experiments, the virtual gate, root causes, structure of the line, failure analyses.");
        command.Subcommands.Add(ChartVerb.Build(host));
        command.Subcommands.Add(CapabilityVerb.Build(host));
        command.Subcommands.Add(GaugeVerb.Build(host));
        command.Subcommands.Add(GateVerb.Build(host));
        command.Subcommands.Add(PlanVerb.Build(host));
        command.Subcommands.Add(MonitorVerb.Build(host));
        command.Subcommands.Add(StackVerb.Build(host));
        command.Subcommands.Add(new Command("doe", "Design of experiments.") { ExperimentVerb.Build(host), AnalysisVerb.Build(host) });
        command.Subcommands.Add(CauseVerb.Build(host));
        command.Subcommands.Add(StructureVerb.Build(host));
        command.Subcommands.Add(FmeaVerb.Build(host));
        return command;
    }
}
