namespace Voltloop.Kernels.ControlCharts;

/// <summary>Looks at points one after the other and says which rules each breaks.</summary>
/// <param name="rules">Rules that are looked at.</param>
/// <param name="limit">Limits, standard deviations.</param>
public sealed class RuleWatch(RunRules rules, double limit = 3)
{
    private const int TrendSteps = 5;
    private const int AlternatingSteps = 13;

    private ZoneMemory _memory;
    private double _last = double.NaN;
    private int _trend;
    private int _turns;

    /// <summary>Rules that a point breaks. A point that is missing (NaN) breaks none and is passed over.</summary>
    /// <param name="z">Distance from the centre line, standard deviations.</param>
    public RunRules Look(double z)
    {
        if (double.IsNaN(z)) return RunRules.None;
        _memory = _memory.Step(ZoneMemory.ZoneOf(z, limit), rules, out var broken);
        if ((rules & RunRules.OfNeighbours) == RunRules.None) return broken;
        Compare(z);
        return broken | (rules & ((Math.Abs(_trend) >= TrendSteps ? RunRules.Trend6 : RunRules.None) | (_turns >= AlternatingSteps ? RunRules.Alternating14 : RunRules.None)));
    }

    /// <summary>Forgets all points: a phase begins.</summary>
    public void Restart() => (_memory, _last, _trend, _turns) = (default, double.NaN, 0, 0);

    private void Compare(double z)
    {
        var step = double.IsNaN(_last) ? 0 : Math.Sign(z - _last);
        var turned = step != 0 && Math.Sign(_trend) == -step;
        _turns = turned ? _turns + 1 : Math.Abs(step);
        _trend = step == 0 ? 0 : turned ? step : _trend + step;
        _last = z;
    }
}
