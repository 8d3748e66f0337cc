namespace Voltloop.Kernels.CellModel;

/// <summary>Runs a cell model along a current until its end or until a voltage is reached.</summary>
/// <param name="cell">The cell.</param>
/// <param name="model">Its model; it is moved.</param>
/// <param name="plan">How long steps are.</param>
public sealed class CellSimulation(CellParameters cell, SingleParticleModel model, StepPlan plan)
{
    private const int Halvings = 60;
    private const double VoltTolerance = 1e-9;
    private const double AtCutOff = 1e-4;

    /// <summary>Runs it.</summary>
    /// <param name="pieces">The current.</param>
    /// <param name="visit">Told every step, and every first moment of a new current.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    public SimulationEnd Run(IEnumerable<CurrentPiece> pieces, Action<CellPoint> visit, CancellationToken cancellation)
    {
        var (ampere, seconds, taken) = (double.NaN, plan.FirstSeconds, 0);
        foreach (var piece in pieces)
        {
            if (!piece.Ampere.Equals(ampere)) (ampere, seconds, taken) = (piece.Ampere, plan.FirstSeconds, 0);
            if (taken == 0 && !IsInside(Told(ampere, visit))) return Ending(ampere);
            for (var left = piece.Seconds; left > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                var step = Math.Min(seconds, left);
                var theta = taken++ < StepPlan.SmoothingSteps ? 1 : plan.Theta;
                model.Save();
                model.Step(ampere, step, theta);
                if (!IsInside(model.Read(ampere)))
                {
                    Approach(ampere, step, theta);
                    Told(ampere, visit);
                    return Ending(ampere);
                }

                Told(ampere, visit);
                (left, seconds) = (left - step, Math.Min(plan.MostSeconds, seconds * plan.Growth));
            }
        }

        return SimulationEnd.Profile;
    }

    private CellPoint Told(double ampere, Action<CellPoint> visit)
    {
        var point = model.Read(ampere);
        visit(point);
        return point;
    }

    // Only in the direction of the current: a cell that relaxes past a limit is not stopped.
    private bool IsInside(CellPoint point) =>
        double.IsFinite(point.Volt) && !(point.Ampere < 0 && point.Volt < cell.Volt.Lower) && !(point.Ampere > 0 && point.Volt > cell.Volt.Upper);

    // The last step is halved until it ends at the limit, on the inner side.
    private void Approach(double ampere, double seconds, double theta)
    {
        var (inside, outside) = (0.0, seconds);
        for (var i = 0; i < Halvings && outside - inside > VoltTolerance * seconds; i++)
        {
            var middle = (inside + outside) / 2;
            model.Restore();
            model.Step(ampere, middle, theta);
            if (IsInside(model.Read(ampere))) inside = middle;
            else outside = middle;
        }

        model.Restore();
        if (inside > 0) model.Step(ampere, inside, theta);
    }

    private SimulationEnd Ending(double ampere)
    {
        var volt = model.Read(ampere).Volt;
        return ampere < 0 && volt < cell.Volt.Lower + AtCutOff ? SimulationEnd.LowerVoltage
            : ampere > 0 && volt > cell.Volt.Upper - AtCutOff ? SimulationEnd.UpperVoltage : SimulationEnd.Depleted;
    }
}
