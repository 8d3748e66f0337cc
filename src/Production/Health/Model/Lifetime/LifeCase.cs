using Voltloop.Kernels.Capacity;
using Voltloop.Kernels.Forecasting;

namespace Voltloop.Health.Model.Lifetime;

/// <summary>The fade of a cell and the temperature it was cycled at.</summary>
/// <param name="Path">Capacity over rated (or first) capacity; glitches left out.</param>
/// <param name="Temperature">Ambient temperature at the first cycle, °C; NaN when not recorded.</param>
internal sealed record LifeCase(FadePath Path, double Temperature)
{
    private const double SameTemperature = 3;

    /// <summary>Takes the usable cycles of a history; <c>null</c> when there is none.</summary>
    public static LifeCase? Of(CapacityHistory history, double temperature)
    {
        var flags = new CapacityFlag[history.Capacity.Length];
        CapacityScreen.Flag(history.Capacity, history.Rated ?? double.NaN, flags, new double[flags.Length]);
        int[] kept = [.. Enumerable.Range(0, flags.Length).Where(i => flags[i] == CapacityFlag.None)];
        if (kept.Length == 0) return null;
        double[] capacity = Array.ConvertAll(kept, i => history.Capacity[i]);
        var reference = history.Rated ?? InitialCapacity.Estimate(capacity).Value;
        return new LifeCase(FadePath.Of(Array.ConvertAll(kept, i => history.Cycle[i]), capacity, reference), temperature);
    }

    /// <summary>Cycled alike, as far as is recorded of both.</summary>
    public bool IsAlike(LifeCase other) => double.IsNaN(Temperature) ? double.IsNaN(other.Temperature) : Math.Abs(Temperature - other.Temperature) <= SameTemperature;
}
