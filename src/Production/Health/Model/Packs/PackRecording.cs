using Voltloop.Kernels.Packs;
using Voltloop.Record.Importing;

namespace Voltloop.Health.Model.Packs;

/// <summary>Measurements of the cells of a pack, from a file or from the record.</summary>
/// <param name="Source">Name of the file, or identifier of the series.</param>
/// <param name="Matrix">The measurements.</param>
/// <param name="Cells">Names of the cells.</param>
/// <param name="Sensors">Names of the sensors of temperature.</param>
internal sealed record PackRecording(string Source, PackMatrix Matrix, IReadOnlyList<string> Cells, IReadOnlyList<string> Sensors)
{
    /// <summary>What was seen while reading: units, values left out.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Capacity of a cell, Ah, to turn charge into percent; <c>null</c> when nobody said.</summary>
    public double? CapacityAh { get; init; }
}
