using Voltloop.Core.Provenance;
using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;

namespace Voltloop.Health.Model;

/// <summary>Charge of a cell over one recording, and the model it rests on.</summary>
/// <param name="Recording">Recording that the charge was estimated over.</param>
/// <param name="Ocv">Open-circuit voltage and the capacity of the slow discharge.</param>
/// <param name="Second">Times, s.</param>
/// <param name="Charge">State of charge, 0 to 1.</param>
/// <param name="Half">Half width of the 95 % interval.</param>
/// <param name="Method">How it was estimated.</param>
internal sealed record ChargeOutcome(CellRecording Recording, OcvTable Ocv, double[] Second, double[] Charge, double[] Half, Evidence Method)
{
    /// <summary>Circuit identified; <c>null</c> when the data excite none.</summary>
    public IdentifiedCircuit? Circuit { get; init; }

    /// <summary>Recording that it was identified on.</summary>
    public string? IdentifiedOn { get; init; }

    /// <summary>Capacity by the joint filter, Ah.</summary>
    public ChargeEstimate? Capacity { get; init; }

    /// <summary>Offset of the current sensor by the joint filter, A.</summary>
    public ChargeEstimate? Offset { get; init; }

    /// <summary>Resistance at 25 degC and half charge (ohmic and charge transfer), Ohm.</summary>
    public ChargeEstimate? Ohm { get; init; }

    /// <summary>Mean normalised innovation squared.</summary>
    public double? Nis { get; init; }

    /// <summary>What a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
