namespace Voltloop.Quality.Model;

/// <summary>What is watched at a machine (control plan, AIAG and IATF 16949 annex A; the columns that a program can use).</summary>
/// <param name="Characteristics">One line for each characteristic.</param>
internal sealed record ControlPlan(IReadOnlyList<PlannedCharacteristic> Characteristics)
{
    /// <summary>Most lines.</summary>
    public const int MaxCharacteristics = 100;

    /// <summary>The line of a signal; <c>null</c> when it is not planned.</summary>
    public PlannedCharacteristic? Find(string signal) => Characteristics.FirstOrDefault(one => string.Equals(one.Signal, signal, StringComparison.OrdinalIgnoreCase));
}
