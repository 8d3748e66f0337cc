using Voltloop.Core.Problems;
using Voltloop.Web.Formatting;

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
        Series = (int?)FormNumber.Of(Series, "groups in series"), Parallel = (int?)FormNumber.Of(Parallel, "cells in parallel"), Chemistry = string.IsNullOrWhiteSpace(Chemistry) ? null : Chemistry,
        CapacityAh = FormNumber.Of(CapacityAh, "capacity of a cell"), CapacitySpreadPercent = FormNumber.Of(CapacitySpread, "spread of capacity"), ResistanceSpreadPercent = FormNumber.Of(ResistanceSpread, "spread of resistance"),
        ChargeSpreadPercent = FormNumber.Of(ChargeSpread, "spread of charge"), ChargePercent = FormNumber.Of(Charge, "charge at the start"), Ampere = FormNumber.Of(Ampere, "current"),
        LinkMilliohm = FormNumber.Of(Link, "bus bars"), BleedOhm = FormNumber.Of(Bleed, "bleed resistor"), Seed = (int?)FormNumber.Of(Seed, "seed"),
    };
}
