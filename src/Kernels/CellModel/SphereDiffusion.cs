using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CellModel;

/// <summary>
/// Diffusion in a sphere by finite volumes in shells of one thickness (second order in space) and the theta method in time.
/// Increments are solved for, so that no lithium is lost to rounding. A step allocates nothing.
/// </summary>
public sealed class SphereDiffusion
{
    private readonly double _radius;
    private readonly double _diffusivity;
    private readonly double[] _volume;
    private readonly double[] _conductance;
    private readonly double[] _concentration;
    private readonly double[] _below;
    private readonly double[] _diagonal;
    private readonly double[] _above;
    private readonly double[] _right;

    /// <summary>A sphere of one concentration.</summary>
    /// <param name="radius">Radius, m.</param>
    /// <param name="diffusivity">Diffusivity, m²/s.</param>
    /// <param name="shells">Number of shells, 2 or more.</param>
    /// <param name="concentration">Concentration at the start, mol/m³.</param>
    public SphereDiffusion(double radius, double diffusivity, int shells, double concentration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shells, 2);
        (_radius, _diffusivity) = (radius, diffusivity);
        var width = radius / shells;
        _volume = [.. Enumerable.Range(0, shells).Select(i => (Cube((i + 1) * width) - Cube(i * width)) / 3)];
        // The inner face of each shell; the centre has none.
        _conductance = [.. Enumerable.Range(0, shells).Select(i => i * width * i * width * diffusivity / width)];
        _concentration = [.. Enumerable.Repeat(concentration, shells)];
        (_below, _diagonal, _above, _right) = (new double[shells], new double[shells], new double[shells], new double[shells]);
    }

    /// <summary>Concentration of each shell, mol/m³, from the centre outwards.</summary>
    public Span<double> Concentration => _concentration;

    /// <summary>Mean concentration over the volume, mol/m³.</summary>
    public double Mean
    {
        get
        {
            var (sum, volume) = (0.0, 0.0);
            for (var i = 0; i < _volume.Length; i++) (sum, volume) = (sum + _volume[i] * _concentration[i], volume + _volume[i]);
            return sum / volume;
        }
    }

    /// <summary>Concentration at the surface, mol/m³, while lithium enters at the given rate in mol/(m² s).</summary>
    public double Surface(double influx) => _concentration[^1] + influx / _diffusivity * _radius / _volume.Length / 2;

    /// <summary>Moves on in time.</summary>
    /// <param name="influx">Lithium that enters through the surface, mol/(m² s), constant over the step.</param>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="theta">1 for backward Euler, 0.5 for Crank and Nicolson.</param>
    public void Step(double influx, double seconds, double theta)
    {
        var last = _volume.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            var (inner, outer) = (_conductance[i], i < last ? _conductance[i + 1] : 0);
            var flow = (i < last ? outer * (_concentration[i + 1] - _concentration[i]) : _radius * _radius * influx)
                - (i > 0 ? inner * (_concentration[i] - _concentration[i - 1]) : 0);
            (_below[i], _above[i]) = (-theta * seconds * inner, -theta * seconds * outer);
            _diagonal[i] = _volume[i] + theta * seconds * (inner + outer);
            _right[i] = seconds * flow;
        }

        Tridiagonal.Solve(_below, _diagonal, _above, _right);
        for (var i = 0; i <= last; i++) _concentration[i] += _right[i];
    }

    private static double Cube(double x) => x * x * x;
}
