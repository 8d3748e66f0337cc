using Voltloop.Kernels.Cycling;

namespace Voltloop.Health.Model;

/// <summary>Finds the pulses whose resistance means something: after a rest, at a current that holds.</summary>
internal static class RestedPulses
{
    private const double LeastRest = 10;
    private const double Steadiness = 0.05;

    // The instrument may take its first samples while the current still rises.
    private const double Rise = 1;

    /// <summary>The pulses of a test; NaN at times that the step, or its current, does not last.</summary>
    public static IReadOnlyList<Pulse> Of(RecordedTest test, CyclingStep[] steps)
    {
        var byFirst = steps.Select((step, i) => (step, i)).Where(one => one.i > 0).ToDictionary(one => one.step.First, one => (Before: steps[one.i - 1], one.step));
        return [.. PulseResistance.Of(test.Samples, steps, [.. PulseResistance.UsualSeconds])
            .Where(pulse => byFirst.TryGetValue(pulse.First, out var at) && at.Before is { Kind: StepKind.Rest, Seconds: >= LeastRest })
            .Select(pulse => pulse with { Ohm = Held(test, pulse, byFirst[pulse.First].step) })
            .Where(pulse => double.IsFinite(pulse.Ohm[0]))];
    }

    private static double[] Held(RecordedTest test, Pulse pulse, CyclingStep step)
    {
        var lasts = HoldsFor(test, pulse, step);
        return [.. pulse.Ohm.Select((ohm, i) => PulseResistance.UsualSeconds[i] <= lasts ? ohm : double.NaN)];
    }

    private static double HoldsFor(RecordedTest test, Pulse pulse, CyclingStep step)
    {
        var (begin, level) = (test.Second[step.First], pulse.Ampere + test.Ampere[step.First - 1]);
        for (var i = step.First; i <= step.Last; i++)
        {
            var after = test.Second[i] - begin;
            if (after >= Rise && Math.Abs(test.Ampere[i] - level) > Steadiness * Math.Abs(pulse.Ampere)) return Math.BitDecrement(after);
        }

        return test.Second[step.Last] - begin;
    }
}
