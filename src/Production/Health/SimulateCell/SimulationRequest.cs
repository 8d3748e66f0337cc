using Voltloop.Core.Problems;
using Voltloop.Kernels.CellModel;

namespace Voltloop.Health.SimulateCell;

/// <summary>What to simulate. Everything may be left out: then a full cell of the first set is discharged at 1C in air of 25 degC.</summary>
internal sealed record SimulationRequest
{
    /// <summary>Lowest and highest C-rate.</summary>
    public const double LowestRate = 0.005, HighestRate = 10;

    /// <summary>Most rows of a profile.</summary>
    public const int MaxRows = 100_000;

    /// <summary>Longest profile, s: thirty days.</summary>
    public const double MaxSeconds = 30 * 86400.0;

    /// <summary>Largest current of a profile, as a multiple of the nominal capacity in 1 h.</summary>
    public const double MaxProfileRate = 20;

    /// <summary>Name of the parameter set.</summary>
    public string? Parameters { get; init; }

    /// <summary>Constant current as a multiple of the nominal capacity in 1 h.</summary>
    public double? CRate { get; init; }

    /// <summary>discharge or charge, for a constant current.</summary>
    public string? Direction { get; init; }

    /// <summary>A current over time, instead of a C-rate.</summary>
    public CurrentProfile? Profile { get; init; }

    /// <summary>Temperature of the air and of the cell at the start, degC.</summary>
    public double? AmbientCelsius { get; init; }

    /// <summary>State of charge at the start, %.</summary>
    public double? StartPercent { get; init; }

    /// <summary>Heat transfer from cell to air, W/(m² K); that of the set when absent.</summary>
    public double? HeatTransfer { get; init; }

    /// <summary>spme, or spm for the model without electrolyte.</summary>
    public string? Model { get; init; }

    /// <summary>The cell with the heat transfer asked for.</summary>
    /// <exception cref="ProblemException">The set is not known, or the transfer out of range.</exception>
    public CellParameters Cell()
    {
        var cell = CellSets.Find(Parameters);
        var transfer = Within(HeatTransfer ?? cell.Thermal.Transfer, (0, 10_000), "heatTransfer", "W/(m² K)");
        return cell with { Thermal = cell.Thermal with { Transfer = transfer } };
    }

    /// <summary>Temperature of the air, K.</summary>
    /// <exception cref="ProblemException">It is out of range.</exception>
    public double Kelvin() => CellConstants.Zero + Within(AmbientCelsius ?? 25, (-40, 80), "ambientCelsius", "degC");

    /// <summary>State of charge at the start, 0 to 1.</summary>
    /// <exception cref="ProblemException">It is out of range.</exception>
    public double Charge() => Within(StartPercent ?? (Profile is null && Charges() ? 0 : 100), (0, 100), "startPercent", "%") / 100;

    /// <summary>Whether the electrolyte counts.</summary>
    /// <exception cref="ProblemException">There is no such model.</exception>
    public bool WithElectrolyte() => (string.IsNullOrWhiteSpace(Model) ? "spme" : Model.Trim().ToLowerInvariant()) switch
    {
        "spme" => true,
        "spm" => false,
        _ => throw new ProblemException(CommonProblems.InvalidValue, $"There is no model \"{Model}\".", "model", "Use spme, or spm without electrolyte."),
    };

    /// <summary>The current.</summary>
    /// <exception cref="ProblemException">It is out of range, or the profile is none.</exception>
    public IReadOnlyList<CurrentPiece> Pieces(CellParameters cell)
    {
        if (Profile is not null && (CRate is not null || !string.IsNullOrWhiteSpace(Direction)))
            throw new ProblemException(CommonProblems.BadRequest, "A profile and a constant current cannot both be simulated.", "profile", "Leave out cRate and direction, or the profile.");
        if (Profile is not null) return ProfileCheck.Pieces(Profile, MaxProfileRate * cell.NominalAh);
        var rate = Within(CRate ?? 1, (LowestRate, HighestRate), "cRate", "times the nominal capacity in 1 h");
        // Twice the time that the nominal capacity takes: a cut-off comes long before.
        return [new CurrentPiece(2 * 3600 / rate, (Charges() ? 1 : -1) * rate * cell.NominalAh)];
    }

    private bool Charges() => (string.IsNullOrWhiteSpace(Direction) ? "discharge" : Direction.Trim().ToLowerInvariant()) switch
    {
        "discharge" => false,
        "charge" => true,
        _ => throw new ProblemException(CommonProblems.InvalidValue, $"There is no direction \"{Direction}\".", "direction", "Use discharge or charge."),
    };

    private static double Within(double value, (double From, double To) range, string at, string unit) => value >= range.From && value <= range.To
        ? value : throw new ProblemException(CommonProblems.InvalidValue, FormattableString.Invariant($"{value} is not within {range.From} and {range.To} {unit}."), at);
}
