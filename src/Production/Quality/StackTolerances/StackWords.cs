using Voltloop.Web.Formatting;

namespace Voltloop.Quality.StackTolerances;

/// <summary>A simulation in words.</summary>
internal static class StackWords
{
    /// <summary>What was simulated, each figure with its standard error.</summary>
    public static IEnumerable<string> Simulation(StackResource result)
    {
        var found = result.Simulation;
        yield return $"{result.Stack}, {QuantityFormat.Count(found.Runs)} assemblies, seed {found.Seed}: mean {WithError(found.Mean, found.MeanError)}, standard deviation {WithError(found.Sigma, found.SigmaError)}, skewness {QuantityFormat.Fixed(found.Skewness, 3)}, kurtosis {QuantityFormat.Fixed(found.Kurtosis, 3)}.";
        yield return $"99.73 % lie from {QuantityFormat.Number(found.Quantiles[0], 6)} to {QuantityFormat.Number(found.Quantiles[2], 6)}, half of them below {QuantityFormat.Number(found.Quantiles[1], 6)}.";
        if (Rejects(found) is { } rejects) yield return rejects;
    }

    /// <summary>Rejects in words; <c>null</c> without limits.</summary>
    public static string? Rejects(SimulationResource found) => found.RejectsPpm is not { } ppm ? null
        : ppm > 0 ? $"Outside the limits: {QuantityFormat.Number(ppm)} ± {QuantityFormat.Number(found.RejectsErrorPpm ?? 0, 2)} in a million (standard error); a normal result would have {QuantityFormat.Number(found.NormalPpm ?? 0)}."
        : $"Outside the limits: none of {QuantityFormat.Count(found.Runs)}, so fewer than {QuantityFormat.Number(2 * (found.RejectsErrorPpm ?? 0), 2)} in a million (95 %); a normal result would have {QuantityFormat.Number(found.NormalPpm ?? 0, 3)}.";

    /// <summary>A figure with its standard error, in as many decimals as the error has.</summary>
    public static string WithError(double value, double error) => $"{QuantityFormat.Fixed(value, QuantityFormat.Decimals(error, 2))} ± {QuantityFormat.Fixed(error, QuantityFormat.Decimals(error, 2))}";
}
