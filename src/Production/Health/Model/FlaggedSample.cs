using Voltloop.Kernels.Capacity;

namespace Voltloop.Health.Model;

/// <summary>A sample that stays in the record and is left out of estimates.</summary>
/// <param name="Index">Place in the history, from 0.</param>
/// <param name="Cycle">Cycle count.</param>
/// <param name="Value">Capacity in Ah as recorded; <c>null</c> when missing.</param>
/// <param name="Flag">Why.</param>
internal sealed record FlaggedSample(int Index, double Cycle, double? Value, CapacityFlag Flag)
{
    /// <summary>The rule in kebab-case.</summary>
    public string Rule => Flag switch
    {
        CapacityFlag.Missing => "missing",
        CapacityFlag.NotPositive => "not-positive",
        CapacityFlag.AboveBound => "above-1.3-of-rated",
        _ => "far-from-neighbours",
    };
}
