using Voltloop.Core.Problems;
using Voltloop.Health.ShowCapacity;
using Voltloop.Kernels.CellModel;

namespace Voltloop.Health.SimulateCell;

/// <summary>Simulates a cell.</summary>
internal static class CellSimulator
{
    private const int StepsOfDischarge = 720;
    private const double WattSeconds = 3600;

    /// <summary>Runs what is asked for.</summary>
    /// <param name="request">What to simulate.</param>
    /// <param name="progress">Told the share of the time that is done, 0 to 1, now and then; may be <c>null</c>.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="ProblemException">Something asked for is out of range.</exception>
    public static SimulationResource Run(SimulationRequest request, Action<double>? progress, CancellationToken cancellation)
    {
        var cell = request.Cell();
        var (pieces, grid, trace) = (request.Pieces(cell), new ModelGrid { WithElectrolyte = request.WithElectrolyte() }, new SimulationTrace());
        var model = new SingleParticleModel(cell, grid, request.Charge(), request.Kelvin());
        var (lithium, salt) = (model.Lithium, model.Salt);
        var ending = new CellSimulation(cell, model, Plan(pieces, cell)).Run(Watched(pieces, progress), trace.Add, cancellation);
        if (trace.Points.Count == 0) throw new ProblemException(CommonProblems.InvalidValue, "The cell cannot carry the first current: the surface of its particles would be empty or full at once.", "cRate", "Use a smaller current.");
        var error = Math.Max(Math.Abs(model.Lithium / lithium - 1), salt > 0 ? Math.Abs(model.Salt / salt - 1) : 0);
        return Resource(cell, (trace, model.Energy, ending), grid.WithElectrolyte) with { BalanceError = error, ChargeAh = Moved(pieces, trace.Last.Second) };
    }

    // Steps as long as a thousandth of a discharge at the largest current.
    private static StepPlan Plan(IReadOnlyList<CurrentPiece> pieces, CellParameters cell)
    {
        var most = Math.Max(cell.NominalAh * SimulationRequest.LowestRate, pieces.Max(piece => Math.Abs(piece.Ampere)));
        var seconds = 3600 * cell.NominalAh / most / StepsOfDischarge;
        return new StepPlan(Math.Min(0.2, seconds / 50), seconds);
    }

    private static IEnumerable<CurrentPiece> Watched(IReadOnlyList<CurrentPiece> pieces, Action<double>? progress)
    {
        const int Tellings = 20;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (progress is not null && pieces.Count > Tellings && i % (pieces.Count / Tellings) == 0) progress((double)i / pieces.Count);
            yield return pieces[i];
        }
    }

    private static double Moved(IReadOnlyList<CurrentPiece> pieces, double seconds)
    {
        var coulomb = 0.0;
        foreach (var piece in pieces)
        {
            coulomb += piece.Ampere * Math.Clamp(seconds, 0, piece.Seconds);
            seconds -= piece.Seconds;
        }

        return coulomb / 3600;
    }

    private static SimulationResource Resource(CellParameters cell, (SimulationTrace Trace, EnergyBook Energy, SimulationEnd Ending) ran, bool withElectrolyte)
    {
        var points = ran.Trace.Points;
        return new SimulationResource(cell.Name, cell.Cell, cell.Source)
        {
            Model = withElectrolyte ? "spme" : "spm",
            Ending = SimulationWords.Code(ran.Ending),
            Seconds = ran.Trace.Last.Second,
            ChargeAh = 0,
            EnergyWattHour = ran.Energy.Electric / WattSeconds,
            HeatWattHour = ran.Energy.Heat / WattSeconds,
            LowestVolt = ran.Trace.Volt.Lowest,
            HighestVolt = ran.Trace.Volt.Highest,
            HighestCelsius = ran.Trace.HighestKelvin - CellConstants.Zero,
            CapacityAh = CellWindow.Of(cell).CapacityAh,
            BalanceError = 0,
            Validity = SimulationValidity.Range(cell),
            Warnings = SimulationValidity.Left(cell, ran.Trace, withElectrolyte),
            X = new ChartAxis("Time", [.. points.Select(point => Math.Round(point.Second, 3))]),
            Channels = SimulationChannels.Of(points, withElectrolyte),
        };
    }
}
