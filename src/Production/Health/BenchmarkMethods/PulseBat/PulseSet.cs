using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.BenchmarkMethods.PulseBat;

/// <summary>Pulses of retired cells of one type.</summary>
/// <param name="Name">Type of the cells.</param>
/// <param name="Pulses">One per cell and nominal state of charge.</param>
/// <param name="Groups">Cells that are one physical cell bear one number.</param>
/// <param name="Published">Figures of the baseline; <c>null</c> where it was not run in these folds.</param>
internal sealed record PulseSet(string Name, IReadOnlyList<PulseReading> Pulses, int[] Groups, PulseBaseline? Published);
