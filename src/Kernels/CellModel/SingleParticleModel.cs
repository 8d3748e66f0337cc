namespace Voltloop.Kernels.CellModel;

/// <summary>
/// Single-particle model with electrolyte and one temperature (Marquis, Sulzer, Timms, Please and Chapman, J. Electrochem.
/// Soc. 166 (2019) A3693): one sphere for each electrode, reaction alike all through an electrode, symmetric Butler-Volmer,
/// electrolyte potential from its local conductivity. Heat is current times the voltage over the open-circuit voltage of the
/// mean composition (Bernardi 1985; Rao and Newman 1997), without entropy. A step allocates nothing.
/// </summary>
public sealed class SingleParticleModel
{
    private const int Iterations = 60;
    private const double KelvinTolerance = 1e-11;

    private readonly CellParameters _cell;
    private readonly SphereDiffusion _negative;
    private readonly SphereDiffusion _positive;
    private readonly ElectrolyteDiffusion? _electrolyte;
    private readonly double[] _saved;
    private readonly double _ambient;
    private (double Second, double Kelvin, EnergyBook Energy) _now;
    private (double Second, double Kelvin, EnergyBook Energy) _savedNow;

    /// <summary>A cell at rest, as warm as the air around it.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="grid">How finely it is divided.</param>
    /// <param name="charge">State of charge, 0 to 1.</param>
    /// <param name="ambient">Temperature of the air, K.</param>
    public SingleParticleModel(CellParameters cell, ModelGrid grid, double charge, double ambient)
    {
        var (n, p) = (cell.Negative, cell.Positive);
        var start = CellWindow.Of(cell).At(charge);
        _cell = cell;
        _negative = new SphereDiffusion(n.ParticleRadius, n.Diffusivity, grid.Shells, start.Negative * n.MaxConcentration);
        _positive = new SphereDiffusion(p.ParticleRadius, p.Diffusivity, grid.Shells, start.Positive * p.MaxConcentration);
        _electrolyte = grid.WithElectrolyte ? new ElectrolyteDiffusion(cell, grid.PerElectrode, grid.InSeparator) : null;
        _saved = new double[2 * grid.Shells + (_electrolyte?.Concentration.Length ?? 0)];
        (_ambient, _now.Kelvin) = (ambient, ambient);
    }

    /// <summary>Energies since the start.</summary>
    public EnergyBook Energy => _now.Energy;

    /// <summary>Lithium in all particles, mol.</summary>
    public double Lithium => _cell.Area * (_cell.Negative.ActiveShare * _cell.Negative.Thickness * _negative.Mean + _cell.Positive.ActiveShare * _cell.Positive.Thickness * _positive.Mean);

    /// <summary>Lithium in the particles of the negative electrode, mol.</summary>
    public double NegativeLithium => _cell.Area * _cell.Negative.ActiveShare * _cell.Negative.Thickness * _negative.Mean;

    /// <summary>Salt in the electrolyte, mol; 0 without electrolyte.</summary>
    public double Salt => _cell.Area * (_electrolyte?.Salt ?? 0);

    /// <summary>Moves on in time.</summary>
    /// <param name="ampere">Current, A, + for charge, constant over the step.</param>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="theta">1 for backward Euler (first order), 0.5 for Crank and Nicolson (second order).</param>
    public void Step(double ampere, double seconds, double theta)
    {
        var before = Read(ampere);
        var density = ampere / _cell.Area;
        _negative.Step(Influx(_cell.Negative, density), seconds, theta);
        _positive.Step(-Influx(_cell.Positive, density), seconds, theta);
        _electrolyte?.Step(density, seconds, theta);
        _now.Second += seconds;
        Warm(before, seconds, theta);
    }

    /// <summary>The cell at this moment under a current in A, + for charge. What cannot be is not a number.</summary>
    public CellPoint Read(double ampere)
    {
        var density = ampere / _cell.Area;
        var (n, p) = (_cell.Negative, _cell.Positive);
        var (surfaceN, surfaceP) = (_negative.Surface(Influx(n, density)), _positive.Surface(-Influx(p, density)));
        return new CellPoint(_now.Second, ampere, Volt(density, (surfaceN, surfaceP)), p.OpenCircuit(_positive.Mean / p.MaxConcentration) - n.OpenCircuit(_negative.Mean / n.MaxConcentration), _now.Kelvin)
        {
            NegativeSurface = surfaceN / n.MaxConcentration,
            PositiveSurface = surfaceP / p.MaxConcentration,
            NegativeElectrolyte = _electrolyte?.Concentration[0] ?? _cell.Electrolyte.Concentration,
            PositiveElectrolyte = _electrolyte?.Concentration[^1] ?? _cell.Electrolyte.Concentration,
        };
    }

    /// <summary>Remembers this moment, so that <see cref="Restore"/> can come back to it.</summary>
    public void Save()
    {
        Copy(_negative.Concentration, _saved.AsSpan());
        Copy(_positive.Concentration, _saved.AsSpan(_negative.Concentration.Length));
        if (_electrolyte is not null) Copy(_electrolyte.Concentration, _saved.AsSpan(2 * _negative.Concentration.Length));
        _savedNow = _now;
    }

    /// <summary>Comes back to the moment that was saved last.</summary>
    public void Restore()
    {
        var shells = _negative.Concentration.Length;
        Copy(_saved.AsSpan(0, shells), _negative.Concentration);
        Copy(_saved.AsSpan(shells, shells), _positive.Concentration);
        if (_electrolyte is not null) Copy(_saved.AsSpan(2 * shells), _electrolyte.Concentration);
        _now = _savedNow;
    }

    private static void Copy(ReadOnlySpan<double> from, Span<double> to) => from.CopyTo(to);

    private static double Influx(PorousElectrode electrode, double density) => density / (electrode.SurfacePerVolume * electrode.Thickness * CellConstants.Faraday);

    private double Volt(double density, (double Negative, double Positive) surface)
    {
        var (n, p, salt) = (_cell.Negative, _cell.Positive, _cell.Electrolyte);
        var open = p.OpenCircuit(surface.Positive / p.MaxConcentration) - n.OpenCircuit(surface.Negative / n.MaxConcentration);
        var thermal = 2 * CellConstants.Gas * _now.Kelvin / CellConstants.Faraday;
        var rest = Math.Sqrt(salt.Concentration);
        var reaction = Over(p, surface.Positive, density, _electrolyte?.Mean(true, Math.Sqrt) ?? rest) + Over(n, surface.Negative, density, _electrolyte?.Mean(false, Math.Sqrt) ?? rest);
        var solid = density * (p.Thickness / p.Conductivity + n.Thickness / n.Conductivity) / 3;
        if (_electrolyte is null) return open + thermal * reaction + solid;
        var concentration = (1 - salt.Transference) * salt.ThermodynamicFactor * (_electrolyte.Mean(true, Math.Log) - _electrolyte.Mean(false, Math.Log));
        return open + thermal * (reaction + concentration) + solid + _electrolyte.OhmicVolt(density);
    }

    // In units of 2RT/F; Butler and Volmer with both transfer coefficients 0.5.
    private double Over(PorousElectrode electrode, double surface, double density, double rootElectrolyte) =>
        Math.Asinh(density / (electrode.SurfacePerVolume * electrode.Thickness) / (2 * electrode.ExchangeCurrent(surface, rootElectrolyte, _now.Kelvin)));

    // The temperature at the end changes the heat at the end a little: iterated until it fits.
    private void Warm(CellPoint before, double seconds, double theta)
    {
        var (heat, loss) = (_cell.Thermal.HeatCapacity, _cell.Thermal.Conductance);
        var start = (1 - theta) * (before.HeatWatt - loss * (before.Kelvin - _ambient));
        var after = Read(before.Ampere);
        for (var i = 0; i < Iterations; i++)
        {
            var next = (heat * before.Kelvin + seconds * (start + theta * (after.HeatWatt + loss * _ambient))) / (heat + seconds * theta * loss);
            var change = Math.Abs(next - _now.Kelvin);
            _now.Kelvin = next;
            after = Read(before.Ampere);
            if (!(change > KelvinTolerance)) break;
        }

        Book(before, after, seconds, theta);
    }

    private void Book(CellPoint before, CellPoint after, double seconds, double theta)
    {
        var (first, last, loss, so) = ((1 - theta) * seconds, theta * seconds, _cell.Thermal.Conductance, _now.Energy);
        _now.Energy = new EnergyBook(
            so.Electric + before.Ampere * (first * before.Volt + last * after.Volt),
            so.Heat + first * before.HeatWatt + last * after.HeatWatt,
            so.Lost + loss * (first * (before.Kelvin - _ambient) + last * (after.Kelvin - _ambient)),
            so.Chemical + before.Ampere * (first * before.OpenCircuitVolt + last * after.OpenCircuitVolt));
    }
}
