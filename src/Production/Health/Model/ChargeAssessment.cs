using Voltloop.Core.Problems;
using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;

namespace Voltloop.Health.Model;

/// <summary>From recordings of one cell to its charge over time: slow sweep, circuit, filter. Refuses by name what the recordings do not carry.</summary>
internal static class ChargeAssessment
{
    /// <summary>The recordings hold no slow discharge: there is no open-circuit voltage.</summary>
    public static readonly ProblemKind CurveMissing = new("charge-curve-missing", "There is no open-circuit voltage to estimate with.", 422, 2);

    /// <summary>The recordings hold nothing to estimate over.</summary>
    public static readonly ProblemKind NothingToEstimate = new("charge-nothing-to-estimate", "There is no recording to estimate over.", 422, 2);

    private const double ShortestSeconds = 600;
    private const double RestShare = 0.02;

    // What a sweep of many hours sees is about twice what a step of current sees.
    private const double SweepOverStep = 2;

    /// <summary>Estimates over the last recording that is not the sweep; the circuit is identified on the first one that begins at rest and excites it.</summary>
    /// <exception cref="ProblemException">There is no slow discharge, or nothing beside it.</exception>
    public static ChargeOutcome Of(IReadOnlyList<CellRecording> recordings)
    {
        var (source, sweep) = SweepFinder.Find(recordings, -1) ?? throw new ProblemException(
            CurveMissing, "None of the recordings is a slow discharge from full to empty (C/12 or slower, current steady within 20 %).",
            remedy: "Import a C/20 discharge of this cell.");
        CellRecording[] others = [.. recordings.Where(one => one != source && one.Second.Length > 1 && one.Duration >= ShortestSeconds)];
        if (others.Length == 0)
        {
            throw new ProblemException(NothingToEstimate, "Beside the slow discharge there is no recording of ten minutes or more.", remedy: "Import a recording of use.");
        }

        var ocv = OcvBuilder.Build(sweep, SweepFinder.ChargeOf(recordings, sweep), SweepOverStep * StepOhm(others));
        // The last recording is the one to estimate over, so it is the last resort for the identification.
        foreach (var candidate in others[..^1].Append(others[^1]))
        {
            if (Identify(ocv, candidate) is { } found) return Filter((ocv, found, candidate.Id), others[^1]);
        }

        return Count(ocv, others[^1]);
    }

    /// <summary>Median of change of voltage over change of current, Ohm; 0 where the current never steps.</summary>
    internal static double StepOhm(IEnumerable<CellRecording> recordings)
    {
        double[] ohms = [.. recordings.SelectMany(one => Enumerable.Range(1, one.Volt.Length - 1)
            .Where(i => one.Second[i] - one.Second[i - 1] <= 2 && Math.Abs(one.Ampere[i] - one.Ampere[i - 1]) > 0.5)
            .Select(i => (one.Volt[i] - one.Volt[i - 1]) / (one.Ampere[i] - one.Ampere[i - 1]))).Where(double.IsFinite)];
        return ohms.Length < 20 ? 0 : Math.Max(0, Kernels.Robust.Median.Of(ohms));
    }

    // Only a recording that begins at rest has a known charge to begin with.
    private static IdentifiedCircuit? Identify(OcvTable ocv, CellRecording recording) => !IsAtRest(recording, ocv.CapacityAh)
        ? null
        : CircuitIdentification.Find(
            ocv.Curve, ocv.CapacityAh, [RecordingGrid.Of(recording, ocv.Curve.Invert(recording.Volt[0]), ocv.CapacityAh)], new IdentificationSettings());

    private static bool IsAtRest(CellRecording recording, double capacity) =>
        double.IsFinite(recording.Volt[0]) && Math.Abs(recording.Ampere[0]) <= RestShare * capacity;

    private static ChargeOutcome Count(OcvTable ocv, CellRecording recording)
    {
        var rest = IsAtRest(recording, ocv.CapacityAh);
        var (start, settings) = (ocv.Curve.Invert(recording.Volt[0]), new CounterSettings { LargestAmpere = ocv.CapacityAh });
        var bound = rest ? Math.Min(1, settings.OcvErrorVolt / ocv.Curve.Slope(start)) : 1;
        var run = RecordingGrid.Of(recording, start, ocv.CapacityAh);
        var counter = new CoulombCounter(ocv.Curve, ocv.CapacityAh, (start, bound), settings);
        var (charge, half) = (new double[run.Count], new double[run.Count]);
        for (var i = 0; i < run.Count; i++)
        {
            counter.Step(i == 0 ? 0 : run.StepSeconds, run.MeanAmpere[i], run.Ampere[i], run.Volt[i]);
            (charge[i], half[i]) = (counter.Charge, counter.Bound);
        }

        string[] notes = rest
            ? ["No recording begins at rest and changes its current enough to identify a circuit: the charge is counted, within bounds of drift."]
            : ["The recording begins under load, so its start is unknown: the interval is the whole range until a rest."];
        return new ChargeOutcome(recording, ocv, Times(run), charge, half, ChargeMethods.Counting) { Notes = notes };
    }

    private static ChargeOutcome Filter((OcvTable Ocv, IdentifiedCircuit Found, string On) model, CellRecording recording)
    {
        var circuit = model.Found.Circuit;
        var filter = new DualEkf(new CircuitTable(circuit), new ChargeNoise { UnknownAmpere = circuit.CapacityAh }, model.Ocv.Curve.Invert(recording.Volt[0]));
        var run = RecordingGrid.Of(recording, 0, circuit.CapacityAh);
        var (charge, half) = (new double[run.Count], new double[run.Count]);
        for (var i = 0; i < run.Count; i++)
        {
            filter.Step(new CellSample(i == 0 ? 0 : run.StepSeconds, run.MeanAmpere[i], run.Ampere[i], run.Volt[i], run.Celsius[i]));
            (charge[i], half[i]) = (filter.Charge.Value, filter.Charge.Half95);
        }

        var (ohmic, kinetic, _, _) = circuit.Resistances.At(0.5);
        var factor = filter.ResistanceFactor;
        var known = Math.Sqrt(factor.Deviation * factor.Deviation + model.Found.OhmicSpread * model.Found.OhmicSpread);
        return new ChargeOutcome(recording, model.Ocv, Times(run), charge, half, ChargeMethods.Joint)
        {
            Circuit = model.Found,
            IdentifiedOn = model.On,
            Capacity = filter.Capacity,
            Offset = filter.Offset,
            Ohm = new ChargeEstimate((ohmic + kinetic) * factor.Value, (ohmic + kinetic) * known),
            Nis = filter.Innovations.Nis,
            Notes = [.. Notes(model.On, recording)],
        };
    }

    private static IEnumerable<string> Notes(string identifiedOn, CellRecording recording)
    {
        if (string.Equals(identifiedOn, recording.Id, StringComparison.Ordinal)) yield return "The circuit was identified on the recording itself: import another one for an independent estimate.";
        if (!recording.HasTemperature) yield return "No temperature was recorded; 25 degC is presumed.";
    }

    private static double[] Times(CircuitRun run) => [.. Enumerable.Range(0, run.Count).Select(i => i * run.StepSeconds)];
}
