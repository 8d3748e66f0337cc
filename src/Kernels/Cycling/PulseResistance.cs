namespace Voltloop.Kernels.Cycling;

/// <summary>
/// Resistance of current steps after given times: change of voltage over change of current against the last sample before
/// the step, voltage and current interpolated on the time stamps of the instrument. Reference: IEC 62660-1, 7.4 (pulses of
/// 10 s to 30 s).
/// </summary>
public static class PulseResistance
{
    /// <summary>Times after the step that standards ask for, s.</summary>
    public static readonly IReadOnlyList<double> UsualSeconds = [10, 18, 30];

    /// <summary>Least change of current, as a share of the largest current, that makes a pulse.</summary>
    public const double LeastChange = 0.02;

    /// <summary>Resistance of every step that begins with a change of current, in ohm; NaN at times that it does not last.</summary>
    /// <param name="samples">The test.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="seconds">Times after the beginning of the step, s.</param>
    public static Pulse[] Of(CyclingSamples samples, ReadOnlySpan<CyclingStep> steps, ReadOnlySpan<double> seconds)
    {
        var pulses = new List<Pulse>();
        var least = Segmentation.RestLimit(samples.Ampere) / Segmentation.RestShare * LeastChange;
        for (var i = 1; i < steps.Length; i++)
        {
            var before = steps[i].First - 1;
            var change = At(samples, samples.Ampere, steps[i], Math.Min(seconds[0], steps[i].Seconds)) - samples.Ampere[before];
            if (steps[i].Kind != StepKind.Mixed && Math.Abs(change) > least)
            {
                pulses.Add(One(samples, steps[i], seconds));
            }
        }

        return [.. pulses];
    }

    private static Pulse One(CyclingSamples samples, CyclingStep step, ReadOnlySpan<double> seconds)
    {
        var before = step.First - 1;
        var ohms = new double[seconds.Length];
        for (var i = 0; i < seconds.Length; i++)
        {
            var change = At(samples, samples.Ampere, step, seconds[i]) - samples.Ampere[before];
            ohms[i] = (At(samples, samples.Volt, step, seconds[i]) - samples.Volt[before]) / change;
        }

        return new Pulse(step.First, At(samples, samples.Ampere, step, Math.Min(seconds[0], step.Seconds)) - samples.Ampere[before], ohms);
    }

    // The step begins with its first sample; the change itself takes no time.
    private static double At(CyclingSamples samples, ReadOnlySpan<double> values, CyclingStep step, double after)
    {
        var moment = samples.Second[step.First] + after;
        if (moment > samples.Second[step.Last])
        {
            return double.NaN;
        }

        var place = samples.Second.Slice(step.First, step.Last - step.First + 1).BinarySearch(moment);
        if (place >= 0)
        {
            return values[step.First + place];
        }

        var right = step.First + ~place;
        var share = (moment - samples.Second[right - 1]) / (samples.Second[right] - samples.Second[right - 1]);
        return values[right - 1] + share * (values[right] - values[right - 1]);
    }
}
