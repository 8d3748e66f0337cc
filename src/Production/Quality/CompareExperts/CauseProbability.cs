namespace Voltloop.Quality.CompareExperts;

/// <summary>How probable a failure is before and after something was seen.</summary>
/// <param name="Name">Cause or failure.</param>
/// <param name="Before">Probability with nothing known.</param>
/// <param name="After">Probability with what was seen.</param>
/// <param name="IsRoot">True when nothing that is named causes it.</param>
internal sealed record CauseProbability(string Name, double Before, double After, bool IsRoot);
