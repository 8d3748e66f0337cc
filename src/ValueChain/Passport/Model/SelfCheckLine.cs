namespace Voltloop.Passport.Model;

/// <summary>One thing that the registry checks (IR (EU) 2026/1778, Article 8(7)), checked before.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Passed">True when the registry would find nothing.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">What to do when it did not pass.</param>
public sealed record SelfCheckLine(string Check, bool Passed, string Detail, string? Remedy = null);
