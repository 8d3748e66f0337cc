using Voltloop.Core.Provenance;
using Voltloop.Quality.KeepOnMachine;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.KeepControlPlan;

/// <summary>Control plans of machines in the record.</summary>
/// <param name="kept">What is declared of machines.</param>
internal sealed class ControlPlans(KeptOnMachine kept)
{
    /// <summary>Term of a plan.</summary>
    public const string Term = "controlPlan";

    private static readonly Evidence Method = new("controlPlan.declared", "IATF 16949:2016, annex A (content of a control plan)", "As the maker gave it; nothing was measured.");

    /// <summary>The plan of a machine; <c>null</c> when it has none, or the actor may not see it.</summary>
    public Task<ControlPlan?> FindAsync(string machine, CancellationToken cancellation) => kept.FindAsync<ControlPlan>(machine, Term, cancellation);

    /// <summary>States a plan from now on.</summary>
    public Task KeepAsync(string machine, ControlPlan plan, string issuer, CancellationToken cancellation) => kept.KeepAsync(machine, (Term, plan, Method), issuer, cancellation);
}
