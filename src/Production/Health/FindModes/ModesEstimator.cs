using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Health.Model;
using Voltloop.Health.ShowSlowCycles;
using Voltloop.Kernels.Ageing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Web.Http;

namespace Voltloop.Health.FindModes;

/// <summary>Finds how much lithium and active material a battery lost between its first and its last slow discharge.</summary>
internal sealed class ModesEstimator(SlowCycleReader slow, IRecordWriter writer, TimeProvider clock)
{
    /// <summary>The half-cell curves are not those of this cell.</summary>
    public static readonly ProblemKind DoNotFit = new("half-cells-do-not-fit", "The half-cell curves do not fit this cell.", 422, 2);

    /// <summary>Largest root mean square of the voltage residual, V.</summary>
    public const double MostResidual = 0.025;

    private const int MostSamples = 1000;

    private static readonly Evidence Method = new(
        "ageing.half-cell-fit",
        "V(Q) = Up(y0 + Q/Cp) - Un(x0 - Q/Cn): Dubarry, Truchot and Liaw, J. Power Sources 219 (2012) 204; Birkl et al., J. Power Sources 341 (2017) 373; identifiability by profile likelihood: Raue et al., Bioinformatics 25 (2009) 1923",
        "Two slow discharges (about C/20) between the same voltages, and half-cell curves of the same electrodes; the residual is stated with it. A mode that the data do not determine is marked and has no interval.");

    /// <summary>Finds the modes.</summary>
    /// <exception cref="ProblemException">There are not two slow discharges, or the curves do not fit.</exception>
    public async Task<(ModesResource Modes, IReadOnlyList<string> Inputs)> FindAsync(ThingId id, HalfCellCurves curves, CancellationToken cancellation)
    {
        var (positive, negative, origin) = curves.Read();
        var cycles = await slow.ReadAsync(id, cancellation);
        if (cycles.Count < 2) throw new ProblemException(AgeingAssessment.NothingToAnalyse, $"The recordings hold {cycles.Count} slow discharges; two are needed.", remedy: "Import a slow discharge from the beginning of life and one of now.");
        return await Task.Run(() => (Of(cycles[0], cycles[^1], (positive, negative, origin)), (IReadOnlyList<string>)[.. new[] { cycles[0].Recording, cycles[^1].Recording }.Distinct(StringComparer.Ordinal)]), cancellation);
    }

    /// <summary>Finds the modes and states them in the record.</summary>
    /// <exception cref="ProblemException">There are not two slow discharges, or the curves do not fit.</exception>
    public async Task<ModesResource> KeepAsync(ThingId id, HalfCellCurves curves, string issuer, CancellationToken cancellation)
    {
        var (modes, inputs) = await FindAsync(id, curves, cancellation);
        var statement = new StatementContext(id, clock.GetUtcNow(), inputs).State(HealthTerms.DegradationModes, StatementValue.Of(JsonSerializer.SerializeToElement(modes, JsonOutput.Compact)), Method);
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(issuer, [statement])] }, cancellation);
        return modes;
    }

    private static ModesResource Of(SlowCycle first, SlowCycle last, (HalfCell Positive, HalfCell Negative, string Origin) curves)
    {
        var (fresh, aged) = (Balance(first, curves), Balance(last, curves));
        return ModesResource.Of(curves.Origin, fresh, aged) with { FirstAh = Math.Round(first.CapacityAh, 5), LastAh = Math.Round(last.CapacityAh, 5) };
    }

    private static ElectrodeBalance Balance(SlowCycle cycle, (HalfCell Positive, HalfCell Negative, string Origin) curves)
    {
        var every = (cycle.Ah.Length + MostSamples - 1) / MostSamples;
        int[] taken = [.. Enumerable.Range(0, cycle.Ah.Length).Where(i => i % every == 0 && double.IsFinite(cycle.Volt[i]))];
        var found = DegradationModes.Fit(curves.Positive, curves.Negative, (Array.ConvertAll(taken, i => cycle.Ah[i]), Array.ConvertAll(taken, i => cycle.Volt[i])));
        if (found is { RmsVolt: <= MostResidual }) return found;
        throw new ProblemException(DoNotFit, found is null
            ? "The slow discharge has too few samples."
            : FormattableString.Invariant($"The best balance of {curves.Origin} is off by {1000 * found.RmsVolt:0} mV (root mean square); at most {1000 * MostResidual:0} mV count as a fit."), remedy: "Hand in half-cell curves of the electrodes of this cell.");
    }
}
