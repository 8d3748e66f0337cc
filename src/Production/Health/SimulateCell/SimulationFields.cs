using System.Globalization;
using Voltloop.Core.Problems;

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
        CRate = profile is null ? Number(CRate, "C-rate") : null,
        Direction = profile is null ? Direction : null,
        Profile = profile,
        AmbientCelsius = Number(AmbientCelsius, "air"),
        StartPercent = Number(StartPercent, "charge at the start"),
        HeatTransfer = Number(HeatTransfer, "heat transfer"),
    };

    private static double? Number(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9 ? number
        : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is not a number; write it like 0.5.", field);
}
