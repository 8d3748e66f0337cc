using Voltloop.Core.Problems;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.SimulateCell;

/// <summary>The fields of the form as they were typed; empty ones keep the defaults.</summary>
internal sealed record SimulationFields
{
    /// <summary>Name of the parameter set.</summary>
    public string? Parameters { get; init; }

    /// <summary>C-rate.</summary>
    public string? CRate { get; init; }

    /// <summary>discharge or charge.</summary>
    public string? Direction { get; init; }

    /// <summary>Temperature of the air, degC.</summary>
    public string? AmbientCelsius { get; init; }

    /// <summary>State of charge at the start, %.</summary>
    public string? StartPercent { get; init; }

    /// <summary>Heat transfer, W/(m² K).</summary>
    public string? HeatTransfer { get; init; }

    /// <summary>The request; a profile takes the place of the constant current.</summary>
    /// <exception cref="ProblemException">A field holds no number.</exception>
    public SimulationRequest Request(CurrentProfile? profile) => new()
    {
        Parameters = Parameters,
        CRate = profile is null ? FormNumber.Of(CRate, "C-rate") : null,
        Direction = profile is null ? Direction : null,
        Profile = profile,
        AmbientCelsius = FormNumber.Of(AmbientCelsius, "air"),
        StartPercent = FormNumber.Of(StartPercent, "charge at the start"),
        HeatTransfer = FormNumber.Of(HeatTransfer, "heat transfer"),
    };
}
