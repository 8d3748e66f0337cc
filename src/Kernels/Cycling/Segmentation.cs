using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.Cycling;

/// <summary>
/// Cuts a test into steps and cycles on the time stamps of the instrument. A step ends where the instrument says so (its
/// number of step or of cycle changes), else where current changes its direction or stops. A cycle is what the instrument
/// counted, else it ends when charge and discharge have both been and the first of them begins again. Capacities are
/// trapezoidal integrals (<see cref="Trapezoid"/>), so that those of the steps add up to those of the test.
/// </summary>
public static class Segmentation
{
    /// <summary>Share of the largest current below which a current is rest.</summary>
    public const double RestShare = 1e-4;

    /// <summary>The steps of a test, in order.</summary>
    public static CyclingStep[] Steps(CyclingSamples samples)
    {
        var steps = new List<CyclingStep>();
        var rest = RestLimit(samples.Ampere);
        var first = 0;
        for (var i = 1; i <= samples.Count; i++)
        {
            if (i == samples.Count || IsBoundary(samples, i, rest))
            {
                steps.Add(Step(samples, first, i - 1, rest));
                first = i;
            }
        }

        return Numbered(samples, steps);
    }

    /// <summary>The cycles of a test, in order, from its steps.</summary>
    public static CycleSummary[] Cycles(CyclingSamples samples, ReadOnlySpan<CyclingStep> steps)
    {
        var cycles = new List<CycleSummary>();
        for (var from = 0; from < steps.Length;)
        {
            var to = from + 1;
            while (to < steps.Length && steps[to].CycleIndex == steps[from].CycleIndex)
            {
                to++;
            }

            cycles.Add(Cycle(samples, steps[from..to], cycles.Count));
            from = to;
        }

        return [.. cycles];
    }

    /// <summary>Current in A below which it counts as rest.</summary>
    public static double RestLimit(ReadOnlySpan<double> ampere)
    {
        var largest = 0.0;
        foreach (var value in ampere)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return RestShare * largest;
    }

    private static int Direction(double ampere, double rest) => ampere > rest ? 1 : ampere < -rest ? -1 : 0;

    private static bool IsBoundary(CyclingSamples samples, int i, double rest)
    {
        var changed = samples.Cycle.Length > 0 && !samples.Cycle[i].Equals(samples.Cycle[i - 1]);
        return changed || (samples.Step.Length > 0
            ? !samples.Step[i].Equals(samples.Step[i - 1])
            : Direction(samples.Ampere[i], rest) != Direction(samples.Ampere[i - 1], rest));
    }

    private static CyclingStep Step(CyclingSamples samples, int first, int last, double rest)
    {
        var from = Math.Max(first - 1, 0);
        var length = last - from + 1;
        var second = samples.Second.Slice(from, length);
        var ampere = samples.Ampere.Slice(from, length);
        return new CyclingStep(first, last, Kind(samples.Ampere.Slice(first, last - first + 1), rest))
        {
            Seconds = samples.Second[last] - samples.Second[first],
            Charge = Trapezoid.Charge(second, ampere),
            Energy = Trapezoid.Energy(second, ampere, samples.Volt.Slice(from, length)),
        };
    }

    // The first sample of a step is often taken before its current flows: it does not decide.
    private static StepKind Kind(ReadOnlySpan<double> ampere, double rest)
    {
        var (charging, discharging) = (0, 0);
        foreach (var value in ampere.Length > 2 ? ampere[1..] : ampere)
        {
            charging += value > rest ? 1 : 0;
            discharging += value < -rest ? 1 : 0;
        }

        return charging > 0 && discharging > 0 ? StepKind.Mixed
            : charging > 0 ? StepKind.Charge : discharging > 0 ? StepKind.Discharge : StepKind.Rest;
    }

    private static CyclingStep[] Numbered(CyclingSamples samples, List<CyclingStep> steps)
    {
        var numbered = steps.ToArray();
        var (index, opening, hasOther) = (0, StepKind.Rest, false);
        for (var i = 0; i < numbered.Length; i++)
        {
            if (samples.Cycle.Length > 0)
            {
                index += i > 0 && !samples.Cycle[numbered[i].First].Equals(samples.Cycle[numbered[i - 1].First]) ? 1 : 0;
            }
            else if (numbered[i].Kind != StepKind.Rest)
            {
                var begins = hasOther && numbered[i].Kind == opening;
                index += begins ? 1 : 0;
                opening = opening == StepKind.Rest ? numbered[i].Kind : opening;
                hasOther = !begins && (hasOther || numbered[i].Kind != opening);
            }

            numbered[i] = numbered[i] with { CycleIndex = index };
        }

        return numbered;
    }

    private static CycleSummary Cycle(CyclingSamples samples, ReadOnlySpan<CyclingStep> steps, int index)
    {
        var (charge, energy, rest) = (default(Throughput), default(Throughput), 0.0);
        foreach (var step in steps)
        {
            charge = Sum(charge, step.Charge);
            energy = Sum(energy, step.Energy);
            rest += step.Kind == StepKind.Rest ? step.Seconds : 0;
        }

        var (first, last) = (steps[0].First, steps[^1].Last);
        return new CycleSummary(samples.Cycle.Length > 0 ? samples.Cycle[first] : index + 1, first, last)
        {
            Charge = charge,
            Energy = energy,
            RestSeconds = rest,
            Seconds = samples.Second[last] - samples.Second[first],
        };
    }

    private static Throughput Sum(Throughput one, Throughput other) => new(one.Charged + other.Charged, one.Discharged + other.Discharged);
}
