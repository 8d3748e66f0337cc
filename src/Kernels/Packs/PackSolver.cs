using Voltloop.Kernels.Circuit;

namespace Voltloop.Kernels.Packs;

/// <summary>
/// Steps a pack through time. In each step the currents of a parallel group follow from Kirchhoff's laws over the ladder of
/// cells, connections and bus bars: the ladder is folded from its far end (Thévenin), which is exact for a linear network, and
/// Newton's method around it takes care of charge transfer and open-circuit voltage. Voltages are those at the end of the step,
/// so that any step is stable (backward Euler in the charge, exact lag in the branches). Current + = charge.
/// </summary>
public sealed class PackSolver
{
    private const int MostIterations = 60;
    private const double Settled = 1e-12;
    private const double SecondsPerHour = 3600;
    private readonly PackModel _model;
    private readonly double[] _fast, _slow, _ampere, _leak, _law, _ohm, _foldVolt, _foldOhm, _siemens, _moved;
    private readonly CircuitPoint[] _point;
    private (double Fast, double Slow) _keep;
    private double _seconds;

    /// <summary>A pack at rest.</summary>
    public PackSolver(PackModel model)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(model.Parallel, 1);
        ArgumentOutOfRangeException.ThrowIfZero(model.Cells.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(model.Cells.Count % model.Parallel, 0);
        _model = model;
        double[] New() => new double[model.Cells.Count];
        (_fast, _slow, _ampere, _leak, _law, _ohm, _foldVolt, _foldOhm) = (New(), New(), New(), New(), New(), New(), New(), New());
        (_siemens, _moved, GroupVolt) = (new double[model.Series], new double[model.Series], new double[model.Series]);
        _point = new CircuitPoint[model.Cells.Count];
        Charge = [.. model.Cells.Select(cell => cell.Charge)];
        Celsius = [.. model.Cells.Select(_ => model.Ambient)];
        CellVolt = New();
        Step(0, 0);
    }

    /// <summary>State of charge of each cell, 0 to 1.</summary>
    public double[] Charge { get; }

    /// <summary>Temperature of each cell, degC.</summary>
    public double[] Celsius { get; }

    /// <summary>Voltage between the poles of each cell at the end of the step, V.</summary>
    public double[] CellVolt { get; }

    /// <summary>Voltage of each group at its terminals, V.</summary>
    public double[] GroupVolt { get; }

    /// <summary>Current of each cell during the step, A.</summary>
    public ReadOnlySpan<double> Ampere => _ampere;

    /// <summary>Largest violation of Kirchhoff's laws in the last step: currents in A and voltages in V.</summary>
    public (double Current, double Voltage) Residual { get; private set; }

    /// <summary>Where the energy went since the start.</summary>
    public PackEnergy Energy { get; private set; }

    /// <summary>Voltage of the pack, V.</summary>
    public double Volt => GroupVolt.Sum();

    /// <summary>Conductance across each group, for bleed resistors, S.</summary>
    public Span<double> Siemens => _siemens;

    /// <summary>Current that active balancing puts into each group, A.</summary>
    public Span<double> Moved => _moved;

    /// <summary>A group as one source behind one resistance, as of the last step: V and Ohm.</summary>
    public (double Volt, double Ohm) Source(int group) => (_foldVolt[group * _model.Parallel], _foldOhm[group * _model.Parallel]);

    /// <summary>Charge-weighted state of charge of a group, 0 to 1.</summary>
    public double GroupCharge(int group)
    {
        var (held, full) = (0.0, 0.0);
        for (var i = group * _model.Parallel; i < (group + 1) * _model.Parallel; i++)
        {
            held += Charge[i] * _model.Cells[i].CapacityAh;
            full += _model.Cells[i].CapacityAh;
        }

        return held / full;
    }

    /// <summary>Lets a current flow through the pack for a time.</summary>
    /// <param name="seconds">Length of the step, s, 0 or more.</param>
    /// <param name="ampere">Current of the pack, A.</param>
    public void Step(double seconds, double ampere)
    {
        _seconds = seconds;
        var circuit = _model.Circuit.Circuit;
        _keep = (Math.Exp(-seconds / circuit.FastSeconds), Math.Exp(-seconds / circuit.SlowSeconds));
        Prepare();
        Residual = default;
        for (var group = 0; group < GroupVolt.Length; group++) Solve(group, ampere + _moved[group]);
        Account(ampere);
        Advance();
    }

    private void Prepare()
    {
        for (var i = 0; i < _point.Length; i++)
        {
            var (point, factor) = (_model.Circuit.At(Charge[i], Celsius[i]), _model.Cells[i].ResistanceFactor);
            _point[i] = point with { Ohmic = point.Ohmic * factor, ChargeTransfer = point.ChargeTransfer * factor, Fast = point.Fast * factor, Slow = point.Slow * factor };
            _leak[i] = point.Ocv / _model.Cells[i].LeakOhm;
        }
    }

    // Voltage of a cell with its connection at the end of the step if a current flows during it, and the slope in Ohm.
    private (double Volt, double Ohm) Law(int cell, double ampere)
    {
        var point = _point[cell];
        var perAmpere = _seconds / SecondsPerHour / _model.Cells[cell].CapacityAh;
        var charge = Charge[cell] + perAmpere * (ampere - _leak[cell]);
        var (over, ohm) = point.Over(ampere, Lag(_keep.Fast, _fast[cell], ampere), Lag(_keep.Slow, _slow[cell], ampere));
        return (_model.Circuit.Circuit.Ocv.At(charge) + over + _model.ConnectionOhm * ampere,
            ohm + point.Fast * (1 - _keep.Fast) + point.Slow * (1 - _keep.Slow) + point.Slope * perAmpere + _model.ConnectionOhm);
    }

    private static double Lag(double keep, double before, double ampere) => keep * before + (1 - keep) * ampere;

    private void Solve(int group, double ampere)
    {
        for (var round = 0; round < MostIterations; round++)
        {
            Linearise(group);
            if (Fold(group, ampere) < Settled) break;
        }

        Measure(group, ampere);
    }

    private void Linearise(int group)
    {
        for (var i = group * _model.Parallel; i < (group + 1) * _model.Parallel; i++)
        {
            var (volt, ohm) = Law(i, _ampere[i]);
            (_law[i], _ohm[i]) = (volt - ohm * _ampere[i], ohm);
        }
    }

    // The ladder from its far end as one source, then the currents back from the terminals; returns the largest change in V.
    private double Fold(int group, double ampere)
    {
        var (first, last) = (group * _model.Parallel, (group + 1) * _model.Parallel - 1);
        (_foldVolt[last], _foldOhm[last]) = (_law[last], _ohm[last]);
        for (var i = last - 1; i >= first; i--)
        {
            var beyond = _foldOhm[i + 1] + _model.LinkOhm;
            _foldOhm[i] = beyond * _ohm[i] / (beyond + _ohm[i]);
            _foldVolt[i] = (_foldVolt[i + 1] * _ohm[i] + _law[i] * beyond) / (beyond + _ohm[i]);
        }

        GroupVolt[group] = (_foldVolt[first] + _foldOhm[first] * ampere) / (1 + _foldOhm[first] * _siemens[group]);
        var (left, change) = (ampere - GroupVolt[group] * _siemens[group], 0.0);
        for (var i = first; i <= last; i++)
        {
            var beyond = i < last ? _foldOhm[i + 1] + _model.LinkOhm : 0;
            var mine = i < last ? (left * beyond + _foldVolt[i + 1] - _law[i]) / (beyond + _ohm[i]) : left;
            change = Math.Max(change, Math.Abs(mine - _ampere[i]) * _ohm[i]);
            (_ampere[i], left) = (mine, left - mine);
        }

        return change;
    }

    private void Measure(int group, double ampere)
    {
        var (first, last) = (group * _model.Parallel, (group + 1) * _model.Parallel - 1);
        var (node, sum, worst) = (GroupVolt[group], 0.0, 0.0);
        var past = ampere - node * _siemens[group];
        for (var i = first; i <= last; i++)
        {
            node -= i > first ? _model.LinkOhm * past : 0;
            var volt = Law(i, _ampere[i]).Volt;
            (worst, sum, past) = (Math.Max(worst, Math.Abs(volt - node)), sum + _ampere[i], past - _ampere[i]);
            CellVolt[i] = volt - _model.ConnectionOhm * _ampere[i];
        }

        Residual = (Math.Max(Residual.Current, Math.Abs(sum + GroupVolt[group] * _siemens[group] - ampere)), Math.Max(Residual.Voltage, worst));
    }

    private void Account(double ampere)
    {
        var (moved, bleed, links) = (0.0, 0.0, 0.0);
        for (var group = 0; group < GroupVolt.Length; group++)
        {
            moved += GroupVolt[group] * _moved[group];
            bleed += GroupVolt[group] * GroupVolt[group] * _siemens[group];
            links += LinkHeat(group);
        }

        var (connections, cells) = (_model.ConnectionOhm * _ampere.Sum(current => current * current) + links, CellHeat());
        var hours = _seconds / SecondsPerHour;
        Energy = new PackEnergy(
            Energy.In + Volt * ampere * hours, Energy.Moved + moved * hours, Energy.Cells + cells * hours,
            Energy.Connections + connections * hours, Energy.Bleed + bleed * hours);
    }

    private double LinkHeat(int group)
    {
        var (past, heat) = (0.0, 0.0);
        for (var i = (group + 1) * _model.Parallel - 1; i > group * _model.Parallel; i--)
        {
            past += _ampere[i];
            heat += _model.LinkOhm * past * past;
        }

        return heat;
    }

    private double CellHeat()
    {
        var sum = 0.0;
        for (var i = 0; i < _ampere.Length; i++) sum += Heat(i);
        return sum;
    }

    // Everything that is not open-circuit voltage counts as heat of the step, W.
    private double Heat(int cell)
    {
        var charge = Charge[cell] + _seconds / SecondsPerHour / _model.Cells[cell].CapacityAh * (_ampere[cell] - _leak[cell]);
        var open = _model.Circuit.Circuit.Ocv.At(charge);
        return (CellVolt[cell] - open) * _ampere[cell] + open * _leak[cell];
    }

    private void Advance()
    {
        var warm = _model.Thermal is { } thermal ? 1 - Math.Exp(-_seconds * thermal.Conductance / thermal.HeatCapacity) : 0;
        for (var i = 0; i < _ampere.Length; i++)
        {
            if (_model.Thermal is { } heat) Celsius[i] += warm * (_model.Ambient + Heat(i) / heat.Conductance - Celsius[i]);
            Charge[i] += _seconds / SecondsPerHour / _model.Cells[i].CapacityAh * (_ampere[i] - _leak[i]);
            (_fast[i], _slow[i]) = (Lag(_keep.Fast, _fast[i], _ampere[i]), Lag(_keep.Slow, _slow[i], _ampere[i]));
        }
    }
}
