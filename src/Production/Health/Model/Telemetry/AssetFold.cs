namespace Voltloop.Health.Model.Telemetry;

/// <summary>Takes samples into the state of a battery, one after the other in the order of time.</summary>
internal static class AssetFold
{
    /// <summary>Two samples further apart than this have a gap between them: nobody knows what flowed, s.</summary>
    public const double LongestStep = 300;

    private const double HourSeconds = 3600;
    private const double SpacingMemory = 0.1;
    private const double SignRate = 0.05;

    /// <summary>Takes samples in.</summary>
    /// <param name="state">State before them; changed in place.</param>
    /// <param name="constants">What the record states about the battery.</param>
    /// <param name="samples">Samples after the newest of the state, in the order of time.</param>
    /// <param name="onHour">Told of the state before the first sample of each hour, with the number of that sample in the columns.</param>
    public static void Run(AssetState state, AssetConstants constants, SampleColumns samples, Action<int> onHour)
    {
        for (var i = 0; i < samples.Count; i++)
        {
            var hour = Math.Floor(samples.Time[i] / TelemetryLimits.MarkSeconds) * TelemetryLimits.MarkSeconds;
            if (hour > state.MarkAt)
            {
                state.MarkAt = hour;
                onHour(i);
            }

            Step(state, constants, (samples.Time[i], samples.Volt[i], samples.Ampere[i], samples.Celsius[i]));
        }
    }

    private static void Step(AssetState state, AssetConstants constants, (double Time, double Volt, double Ampere, double Celsius) sample)
    {
        if (state.Samples > 0) Move(state, constants, sample.Time - state.Last, (sample.Volt, sample.Ampere));
        else state.First = sample.Time;
        state.Samples++;
        (state.Last, state.LastVolt, state.LastAmpere) = (sample.Time, sample.Volt, sample.Ampere);
        (state.Volt, state.Ampere, state.Celsius) = (state.Volt.With(sample.Volt), state.Ampere.With(sample.Ampere), state.Celsius.With(sample.Celsius));
        if (constants is { RatedAh: { } rated, Curve: { } curve }) state.Charge = state.Charge.Rested(state, curve, rated);
        if (state.Sign.IsReversed) state.Charge = ChargeBounds.Unknown;
    }

    private static void Move(AssetState state, AssetConstants constants, double seconds, (double Volt, double Ampere) sample)
    {
        state.Spacing = double.IsNaN(state.Spacing) ? seconds : state.Spacing + SpacingMemory * (seconds - state.Spacing);
        var mean = 0.5 * (state.LastAmpere + sample.Ampere);
        if (seconds > LongestStep || double.IsNaN(mean))
        {
            (state.Gaps, state.GapSeconds) = (state.Gaps + 1, state.GapSeconds + seconds);
            state.Charge = state.Charge.Missed(seconds);
            return;
        }

        var ah = mean * seconds / HourSeconds;
        state.NetAh += ah;
        state.ThroughputAh += Math.Abs(ah);
        var volt = double.IsNaN(sample.Volt) ? state.LastVolt : double.IsNaN(state.LastVolt) ? sample.Volt : 0.5 * (state.LastVolt + sample.Volt);
        if (!double.IsNaN(volt)) state.ThroughputWh += Math.Abs(ah) * volt;
        state.Sign = state.Sign.With((state.LastAmpere, sample.Ampere), sample.Volt - state.LastVolt, SignRate * (constants.RatedAh ?? 1));
        if (constants.RatedAh is { } rated) state.Charge = state.Charge.Counted(seconds, ah, rated);
    }
}
