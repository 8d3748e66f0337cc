using Voltloop.Kernels.CellModel;

namespace Voltloop.Health.SimulateCell;

/// <summary>Keeps what a chart needs of a simulation of any length: every point, or every second, fourth, eighth of them; extremes are exact.</summary>
internal sealed class SimulationTrace
{
    /// <summary>Most points kept.</summary>
    public const int MaxPoints = 4000;

    private readonly List<CellPoint> _points = [];
    private int _stride = 1;
    private int _seen;

    /// <summary>Points kept, in order; the last is the last that was seen.</summary>
    public IReadOnlyList<CellPoint> Points => _points.Count > 0 && !_points[^1].Equals(Last) ? [.. _points, Last] : _points;

    /// <summary>The point seen last.</summary>
    public CellPoint Last { get; private set; }

    /// <summary>Lowest and highest voltage, V.</summary>
    public (double Lowest, double Highest) Volt { get; private set; } = (double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Highest temperature, K.</summary>
    public double HighestKelvin { get; private set; }

    /// <summary>Lowest temperature, K.</summary>
    public double LowestKelvin { get; private set; } = double.PositiveInfinity;

    /// <summary>Lowest and highest concentration at the collectors, mol/m³.</summary>
    public (double Lowest, double Highest) Electrolyte { get; private set; } = (double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Largest size of the current, A.</summary>
    public double LargestAmpere { get; private set; }

    /// <summary>Takes a point.</summary>
    public void Add(CellPoint point)
    {
        if (!double.IsFinite(point.Volt)) return;
        Last = point;
        Volt = (Math.Min(Volt.Lowest, point.Volt), Math.Max(Volt.Highest, point.Volt));
        (LowestKelvin, HighestKelvin) = (Math.Min(LowestKelvin, point.Kelvin), Math.Max(HighestKelvin, point.Kelvin));
        Electrolyte = (Math.Min(Electrolyte.Lowest, Math.Min(point.NegativeElectrolyte, point.PositiveElectrolyte)), Math.Max(Electrolyte.Highest, Math.Max(point.NegativeElectrolyte, point.PositiveElectrolyte)));
        LargestAmpere = Math.Max(LargestAmpere, Math.Abs(point.Ampere));
        if (_seen++ % _stride == 0) _points.Add(point);
        if (_points.Count == MaxPoints) Thin();
    }

    private void Thin()
    {
        _stride *= 2;
        for (var i = 0; 2 * i < _points.Count; i++) _points[i] = _points[2 * i];
        _points.RemoveRange(_points.Count / 2, _points.Count - _points.Count / 2);
    }
}
