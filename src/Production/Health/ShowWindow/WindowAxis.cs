namespace Voltloop.Health.ShowWindow;

/// <summary>Axis of a window.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Values">Values, ascending.</param>
internal sealed record WindowAxis(string Label, string Unit, double[] Values);
