namespace Voltloop.Health.Model.Telemetry;

/// <summary>Sets aside readings that no sensor can have made.</summary>
internal static class SampleScreen
{
    /// <summary>Coldest reading, degC.</summary>
    public const double ColdestCelsius = -80;

    /// <summary>Hottest reading, degC.</summary>
    public const double HottestCelsius = 1000;

    /// <summary>Largest voltage of a pack either way, V.</summary>
    public const double MostVolt = 2000;

    /// <summary>Largest current either way, A.</summary>
    public const double MostAmpere = 20_000;

    /// <summary>Sets aside, in place: such a reading becomes missing.</summary>
    /// <returns>What was set aside.</returns>
    public static IReadOnlyList<LeftOut> Apply(SampleColumns samples) =>
    [
        .. Apply(samples.Time, samples.Volt, (-MostVolt, MostVolt), ("voltage", "V")),
        .. Apply(samples.Time, samples.Ampere, (-MostAmpere, MostAmpere), ("current", "A")),
        .. Apply(samples.Time, samples.Celsius, (ColdestCelsius, HottestCelsius), ("temperature", "degC")),
    ];

    private static List<LeftOut> Apply(double[] time, double[] column, (double Low, double High) bounds, (string Name, string Unit) channel)
    {
        var found = new List<LeftOut>();
        for (var i = 0; i < column.Length; i++)
        {
            if (double.IsNaN(column[i]) || (column[i] >= bounds.Low && column[i] <= bounds.High)) continue;
            found.Add(new LeftOut(time[i], channel.Name, column[i], FormattableString.Invariant($"outside {bounds.Low} to {bounds.High} {channel.Unit}")));
            column[i] = double.NaN;
        }

        return found;
    }
}
