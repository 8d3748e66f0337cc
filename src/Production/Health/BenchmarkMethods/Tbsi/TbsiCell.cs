using Voltloop.Kernels.Forecasting;

namespace Voltloop.Health.BenchmarkMethods.Tbsi;

/// <summary>A cell of the TBSI-Sunwoda set.</summary>
/// <param name="Name">Name of its sheet, for example B1T25.</param>
/// <param name="Temperature">Temperature of its chamber, °C.</param>
/// <param name="Fade">Capacity over that of its first five cycles.</param>
/// <param name="Life">First cycle below 80 % of it; counted from 0 as in the published script.</param>
internal sealed record TbsiCell(string Name, int Temperature, FadePath Fade, double Life);
