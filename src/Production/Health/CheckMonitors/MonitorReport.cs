using Voltloop.Core.Provenance;
using Voltloop.Health.Model;

namespace Voltloop.Health.CheckMonitors;

/// <summary>A check of monitors with how it was made.</summary>
/// <param name="Check">What came out.</param>
/// <param name="Method">Method, reference, and what it does not claim.</param>
internal sealed record MonitorReport(MonitorCheck Check, Evidence Method);
