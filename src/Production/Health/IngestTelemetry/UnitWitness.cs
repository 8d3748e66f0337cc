using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Notices columns whose values do not fit their unit: all of them, not a single reading.</summary>
internal static class UnitWitness
{
    private const double Kelvin = 200;
    private const double KelvinEnd = 400;

    /// <summary>Checks the columns.</summary>
    /// <exception cref="ProblemException"><see cref="TelemetryProblems.UnitSuspect"/>.</exception>
    public static void Check(SampleColumns samples)
    {
        Refuse(samples.Volt, value => Math.Abs(value) > SampleScreen.MostVolt, ("voltage", "V", "mV"));
        Refuse(samples.Ampere, value => Math.Abs(value) > SampleScreen.MostAmpere, ("current", "A", "mA"));
        Refuse(samples.Celsius, value => value is > Kelvin and < KelvinEnd, ("temperature", "degC", "K"));
    }

    private static void Refuse(double[] column, Func<double, bool> isOdd, (string Name, string Unit, string Other) channel)
    {
        var measured = column.Count(value => !double.IsNaN(value));
        if (measured < 2 || column.Count(isOdd) < measured) return;
        var first = Array.Find(column, value => !double.IsNaN(value));
        throw new ProblemException(
            TelemetryProblems.UnitSuspect, FormattableString.Invariant($"Every {channel.Name} is like the first, {first} {channel.Unit}; that looks like {channel.Other}."), $"units/{channel.Name}", $"Declare {channel.Other}, or send in {channel.Unit}.");
    }
}
