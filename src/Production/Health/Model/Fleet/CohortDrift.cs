namespace Voltloop.Health.Model.Fleet;

/// <summary>Fade rates of a cohort changed in the order of manufacture.</summary>
/// <param name="Faster">True when later batteries fade faster, false when slower.</param>
/// <param name="Since">Battery with which it seems to have begun.</param>
/// <param name="At">Battery at which it was noticed.</param>
internal sealed record CohortDrift(bool Faster, string Since, string At);
