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
    public static IReadOnlyList<LeftOut> Apply(SampleColumns samples)
    {
        var found = new List<LeftOut>();
        Apply(samples, samples.Volt, (-MostVolt, MostVolt), ("voltage", "V"), found);
        Apply(samples, samples.Ampere, (-MostAmpere, MostAmpere), ("current", "A"), found);
        Apply(samples, samples.Celsius, (ColdestCelsius, HottestCelsius), ("temperature", "degC"), found);
        return found;
    }

    private static void Apply(SampleColumns samples, double[] column, (double Low, double High) bounds, (string Name, string Unit) channel, List<LeftOut> found)
    {
        for (var i = 0; i < column.Length; i++)
        {
            if (double.IsNaN(column[i]) || (column[i] >= bounds.Low && column[i] <= bounds.High)) continue;
            found.Add(new LeftOut(samples.Time[i], channel.Name, column[i], FormattableString.Invariant($"outside {bounds.Low} to {bounds.High} {channel.Unit}")));
            column[i] = double.NaN;
        }
    }
}
