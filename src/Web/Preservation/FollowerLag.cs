namespace Voltloop.Web.Preservation;

/// <summary>How far a back-up is behind this node.</summary>
/// <param name="Name">Name of its key or account.</param>
/// <param name="Operator">Operator it acts for.</param>
/// <param name="Assertions">Entries that it has confirmed.</param>
/// <param name="EntriesBehind">Entries that would be lost with this node.</param>
/// <param name="SecondsBehind">Age of the oldest of them, in seconds; 0 when there is none.</param>
/// <param name="SilentSeconds">Seconds since it last asked.</param>
/// <param name="IsLate">Whether a bound is exceeded.</param>
public sealed record FollowerLag(string Name, string Operator, long Assertions, long EntriesBehind, double SecondsBehind, double SilentSeconds, bool IsLate);
