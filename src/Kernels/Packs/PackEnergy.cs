namespace Voltloop.Kernels.Packs;

/// <summary>Where the energy of a pack went, Wh. In + Moved = Stored + Cells + Connections + Bleed, to the error of the time step.</summary>
/// <param name="In">Through the terminals, + = charge.</param>
/// <param name="Moved">Put into groups by active balancing less what it took out of others: negative, its losses.</param>
/// <param name="Cells">Heat in the cells, internal shorts among them.</param>
/// <param name="Connections">Heat in connections and bus bars.</param>
/// <param name="Bleed">Heat in bleed resistors.</param>
public readonly record struct PackEnergy(double In, double Moved, double Cells, double Connections, double Bleed);
