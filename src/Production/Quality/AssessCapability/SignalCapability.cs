using Voltloop.Core.Problems;
using Voltloop.Quality.KeepControlPlan;
using Voltloop.Quality.ReadProcessSignals;

namespace Voltloop.Quality.AssessCapability;

/// <summary>Capability of what a machine reads, against its control plan: limits and gauge come from the record and not from a form.</summary>
/// <param name="signals">Signals of machines.</param>
/// <param name="plans">Control plans.</param>
internal sealed class SignalCapability(ProcessSignals signals, ControlPlans plans)
{
    /// <summary>Capability of a signal.</summary>
    /// <exception cref="ProblemException">The machine has no plan for it, or no readings.</exception>
    public async Task<CapabilityResource> OfAsync(SignalRequest request, CancellationToken cancellation)
    {
        var plan = (await plans.FindAsync(request.Machine, cancellation))?.Find(request.Signal)
            ?? throw new ProblemException(QualityProblems.LimitsMissing, $"{MachineName.Short(request.Machine)} has no control plan for {request.Signal}.", "signal", "State one: quality plan MACHINE FILE.");
        var series = await signals.ReadAsync(request, cancellation);
        if (plan.Unit.Length > 0 && !string.Equals(plan.Unit, series.Unit, StringComparison.Ordinal)) throw new ProblemException(CommonProblems.InvalidValue, $"The plan gives limits in {plan.Unit}, the machine reads {series.Unit}.", "unit", "State the plan in the unit of the readings.");
        return CapabilityAssessment.Of($"{series.Title} of {MachineName.Short(request.Machine)}", series.Samples, new CapabilityRequest(plan.Lsl, plan.Usl, plan.Target, null, plan.GaugeSigma));
    }
}
