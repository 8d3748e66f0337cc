using Voltloop.Kernels.Detection;

namespace Voltloop.Health.Model.Packs;

/// <summary>A fault put into a made-up pack.</summary>
/// <param name="Kind">What.</param>
/// <param name="Cell">Where.</param>
/// <param name="Day">From when on, days; a spike and a stuck sensor last one sample and 12 hours.</param>
/// <param name="Size">Leak in A, resistance in Ohm, offset or spike or hump of plating in V, warmth in K.</param>
internal sealed record PlantedFault(SafetyKind Kind, int Cell, double Day, double Size);
