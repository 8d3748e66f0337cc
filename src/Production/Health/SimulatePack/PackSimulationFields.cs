using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Health.SimulatePack;

/// <summary>The fields of the form as they were typed; empty ones keep the defaults.</summary>
internal sealed record PackSimulationFields
{
    /// <summary>Groups in series.</summary>
    public string? Series { get; init; }

    /// <summary>Cells in parallel.</summary>
    public string? Parallel { get; init; }

    /// <summary>nmc or lfp.</summary>
    public string? Chemistry { get; init; }

    /// <summary>Capacity of a cell, Ah.</summary>
    public string? CapacityAh { get; init; }

    /// <summary>Spread of the capacity, %.</summary>
    public string? CapacitySpread { get; init; }

    /// <summary>Spread of the resistance, %.</summary>
    public string? ResistanceSpread { get; init; }

    /// <summary>Spread of the charge, %.</summary>
    public string? ChargeSpread { get; init; }

    /// <summary>Mean charge, %.</summary>
    public string? Charge { get; init; }

    /// <summary>Current, A.</summary>
    public string? Ampere { get; init; }

    /// <summary>Resistance of bus bars between neighbours, mOhm.</summary>
    public string? Link { get; init; }

    /// <summary>Bleed resistor, Ohm.</summary>
    public string? Bleed { get; init; }

    /// <summary>Seed.</summary>
    public string? Seed { get; init; }

    /// <summary>The request.</summary>
    /// <exception cref="ProblemException">A field holds no number.</exception>
    public PackSimulationRequest Request() => new()
    {
        Series = (int?)Number(Series, "groups in series"), Parallel = (int?)Number(Parallel, "cells in parallel"), Chemistry = string.IsNullOrWhiteSpace(Chemistry) ? null : Chemistry,
        CapacityAh = Number(CapacityAh, "capacity of a cell"), CapacitySpreadPercent = Number(CapacitySpread, "spread of capacity"), ResistanceSpreadPercent = Number(ResistanceSpread, "spread of resistance"),
        ChargeSpreadPercent = Number(ChargeSpread, "spread of charge"), ChargePercent = Number(Charge, "charge at the start"), Ampere = Number(Ampere, "current"),
        LinkMilliohm = Number(Link, "bus bars"), BleedOhm = Number(Bleed, "bleed resistor"), Seed = (int?)Number(Seed, "seed"),
    };

    /// <summary>A number as it was typed; <c>null</c> for an empty field.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static double? Number(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e9 ? number
        : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is not a number; write it like 0.5.", field);
}
