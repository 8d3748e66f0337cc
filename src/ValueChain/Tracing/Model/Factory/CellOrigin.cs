namespace Voltloop.Tracing.Model.Factory;

/// <summary>Where the electrodes of a cell were cut from.</summary>
/// <param name="Coil">Cathode coil, from 0.</param>
/// <param name="Lane">Lane of it and of the anode coil, from 0.</param>
/// <param name="Place">Place on the lane, from 0.</param>
internal readonly record struct CellOrigin(int Coil, int Lane, int Place)
{
    /// <summary>Anode coil.</summary>
    public int AnodeCoil { get; init; }

    /// <summary>First metre of both coils.</summary>
    public double FromMetre => FactoryPlan.LeaderMetres + (FactoryPlan.CellMetres * Place);

    /// <summary>Metre behind the last one.</summary>
    public double ToMetre => FromMetre + FactoryPlan.CellMetres;
}
