using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CellModel;

/// <summary>
/// Salt in the electrolyte across both electrodes and the separator, by finite volumes and the theta method. The diffusivity
/// follows the concentration; it is iterated until it fits. A step allocates nothing.
/// </summary>
public sealed class ElectrolyteDiffusion
{
    private const int Iterations = 30;
    private const double Tolerance = 1e-11;

    private readonly CellParameters _cell;
    private readonly int _perElectrode;
    private readonly int _inSeparator;
    private readonly double[] _width;
    private readonly double[] _porosity;
    private readonly double[] _tortuosity;
    private readonly double[] _concentration;
    private readonly double[] _before;
    private readonly double[] _explicit;
    private readonly double[] _conductance;
    private readonly double[] _below;
    private readonly double[] _diagonal;
    private readonly double[] _above;
    private readonly double[] _right;

    /// <summary>An electrolyte at rest.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="perElectrode">Volumes in each electrode.</param>
    /// <param name="inSeparator">Volumes in the separator.</param>
    public ElectrolyteDiffusion(CellParameters cell, int perElectrode, int inSeparator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(perElectrode, inSeparator), 2);
        (_cell, _perElectrode, _inSeparator) = (cell, perElectrode, inSeparator);
        var (n, s, p) = (cell.Negative, cell.Separator, cell.Positive);
        _width = Across(n.Thickness / perElectrode, s.Thickness / inSeparator, p.Thickness / perElectrode);
        _porosity = Across(n.Porosity, s.Porosity, p.Porosity);
        _tortuosity = Across(Math.Pow(n.Porosity, n.Bruggeman), Math.Pow(s.Porosity, s.Bruggeman), Math.Pow(p.Porosity, p.Bruggeman));
        _concentration = Across(cell.Electrolyte.Concentration, cell.Electrolyte.Concentration, cell.Electrolyte.Concentration);
        (_before, _explicit, _conductance) = (new double[Count], new double[Count], new double[Count]);
        (_below, _diagonal, _above, _right) = (new double[Count], new double[Count], new double[Count], new double[Count]);
    }

    /// <summary>Concentration of each volume, mol/m³, from the negative to the positive collector.</summary>
    public Span<double> Concentration => _concentration;

    /// <summary>Salt for each m² of electrode, mol.</summary>
    public double Salt
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Count; i++) sum += _porosity[i] * _width[i] * _concentration[i];
            return sum;
        }
    }

    private int Count => 2 * _perElectrode + _inSeparator;

    /// <summary>Moves on in time.</summary>
    /// <param name="density">Current for each m² of electrode, A/m², + for charge, constant over the step.</param>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="theta">1 for backward Euler, 0.5 for Crank and Nicolson.</param>
    public void Step(double density, double seconds, double theta)
    {
        _concentration.CopyTo(_before, 0);
        FillConductances();
        FillExplicit(density, theta);
        for (var i = 0; i < Iterations; i++)
        {
            if (i > 0) FillConductances();
            if (Solve(seconds, theta) < Tolerance * _cell.Electrolyte.Concentration) break;
        }
    }

    /// <summary>Mean over an electrode of a function of the concentration.</summary>
    public double Mean(bool positive, Func<double, double> of)
    {
        var (sum, from) = (0.0, positive ? _perElectrode + _inSeparator : 0);
        for (var i = 0; i < _perElectrode; i++) sum += of(_concentration[from + i]);
        return sum / _perElectrode;
    }

    /// <summary>Ohmic part of the mean potential of the electrolyte in the positive electrode over that in the negative, V.</summary>
    /// <param name="density">Current for each m² of electrode, A/m², + for charge.</param>
    public double OhmicVolt(double density)
    {
        var (potential, negative, positive) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Count; i++)
        {
            if (i > 0) potential += density * Carried(i) * (Half(i - 1) + Half(i));
            if (i < _perElectrode) negative += potential;
            else if (i >= _perElectrode + _inSeparator) positive += potential;
        }

        return (positive - negative) / _perElectrode;
    }

    private double Half(int i) => _width[i] / (2 * _tortuosity[i] * _cell.Electrolyte.Conductivity(_concentration[i]));

    // The share of the current that the electrolyte carries at the left face of a volume.
    private double Carried(int face) => Math.Min(1, Math.Min((double)face / _perElectrode, (double)(Count - face) / _perElectrode));

    private void FillConductances()
    {
        for (var i = 1; i < Count; i++)
        {
            var (left, right) = (_cell.Electrolyte.Diffusivity(_concentration[i - 1]), _cell.Electrolyte.Diffusivity(_concentration[i]));
            _conductance[i] = 2 / (_width[i - 1] / (_tortuosity[i - 1] * left) + _width[i] / (_tortuosity[i] * right));
        }
    }

    private void FillExplicit(double density, double theta)
    {
        var source = (1 - _cell.Electrolyte.Transference) * density / CellConstants.Faraday / _perElectrode;
        for (var i = 0; i < Count; i++)
        {
            _explicit[i] = (1 - theta) * Flow(i) + (i < _perElectrode ? -source : i >= _perElectrode + _inSeparator ? source : 0);
        }
    }

    private double Flow(int i) => (i + 1 < Count ? _conductance[i + 1] * (_before[i + 1] - _before[i]) : 0)
        - (i > 0 ? _conductance[i] * (_before[i] - _before[i - 1]) : 0);

    private double Solve(double seconds, double theta)
    {
        for (var i = 0; i < Count; i++)
        {
            var (inner, outer) = (_conductance[i], i + 1 < Count ? _conductance[i + 1] : 0);
            (_below[i], _above[i]) = (-theta * seconds * inner, -theta * seconds * outer);
            _diagonal[i] = _porosity[i] * _width[i] + theta * seconds * (inner + outer);
            _right[i] = seconds * (_explicit[i] + theta * Flow(i));
        }

        Tridiagonal.Solve(_below, _diagonal, _above, _right);
        var change = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var next = _before[i] + _right[i];
            (change, _concentration[i]) = (Math.Max(change, Math.Abs(next - _concentration[i])), next);
        }

        return change;
    }

    private double[] Across(double negative, double separator, double positive) =>
        [.. Enumerable.Repeat(negative, _perElectrode), .. Enumerable.Repeat(separator, _inSeparator), .. Enumerable.Repeat(positive, _perElectrode)];
}
