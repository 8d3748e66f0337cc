using System.CommandLine;
using Voltloop.Health.FollowAssets;
using Voltloop.Health.SendTelemetry;
using Voltloop.Web.Composition;

namespace Voltloop.Health.IngestTelemetry;

/// <summary><c>telemetry</c> with its verbs.</summary>
internal static class TelemetryVerb
{
    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host) => new("telemetry", "Field telemetry of batteries: send it, and see what has come.") { SendVerb.Build(host), StatusVerb.Build(host) };
}
