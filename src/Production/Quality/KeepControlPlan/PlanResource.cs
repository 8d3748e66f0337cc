using Voltloop.Quality.Model;

namespace Voltloop.Quality.KeepControlPlan;

/// <summary>The control plan of a machine.</summary>
/// <param name="Machine">Read point of the machine.</param>
/// <param name="Characteristics">What is watched; empty when there is no plan.</param>
internal sealed record PlanResource(string Machine, IReadOnlyList<PlannedCharacteristic> Characteristics);
