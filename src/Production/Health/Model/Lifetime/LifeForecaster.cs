using System.Globalization;
using Voltloop.Kernels.Forecasting;

namespace Voltloop.Health.Model.Lifetime;

/// <summary>Decides how the end of life of a cell can be told, and refuses where it cannot.</summary>
internal static class LifeForecaster
{
    /// <summary>Share of rated capacity at which life ends.</summary>
    public const double End = 0.8;

    /// <summary>Coverage asked for.</summary>
    public const double Level = 0.9;

    /// <summary>Fewest usable cycles.</summary>
    public const int FewestCycles = 50;

    /// <summary>Least fade from which its own trend says something.</summary>
    public const double LeastFade = 0.1;

    /// <summary>Most cells that a forecast rests on.</summary>
    public const int MostReferences = 60;

    private const int Seed = 1;

    /// <summary>What can be said.</summary>
    /// <param name="cell">The cell, as far as it is known.</param>
    /// <param name="others">Other cells of its model.</param>
    public static LifeOutlook Tell(LifeCase cell, IReadOnlyList<LifeCase> others)
    {
        var path = cell.Path;
        var outlook = new LifeOutlook(path.Last, path.At(path.Last)) { Knee = Knee.Find(path), Bend = Kneedle.Find(path) };
        if (path.FallsBelow(End) is { } reached) return outlook with { Reached = reached, Method = LifeMethods.Reached };
        if (path.Count < FewestCycles) return outlook with { Refusal = Inv($"Only {path.Count} usable cycles are known; at least {FewestCycles} are needed.") };
        LifeCase[] lived = [.. others.Where(other => other.IsAlike(cell) && other.Path.FallsBelow(End) > path.Last && other.Path.First <= path.Last).Take(MostReferences)];
        if (lived.Length >= SimilarityForecast.FewestReferences)
        {
            var forecast = new SimilarityForecast([.. lived.Select(other => other.Path)], new SimilaritySettings(End, Level)).Predict(path);
            return outlook with { Forecast = forecast, Method = LifeMethods.Similarity };
        }

        return 1 - outlook.Share >= LeastFade
            ? outlook with { Forecast = ParticleForecast.Predict(path, new ParticleSettings(End, Level, Seed)), Method = LifeMethods.Particles }
            : outlook with { Refusal = Refusal(outlook, lived.Length) };
    }

    private static string Refusal(LifeOutlook outlook, int lived) => Inv(
        $"{lived} other cells of this model, cycled alike, have lived longer and reached 80 %; at least {SimilarityForecast.FewestReferences} are needed. Its own capacity stands at {100 * outlook.Share:0.0} % of rated; below {100 * (1 - LeastFade):0} % its own fade would say something.");

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
