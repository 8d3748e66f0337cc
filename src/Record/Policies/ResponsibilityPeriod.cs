using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>Who answers for a thing from a moment on.</summary>
/// <param name="From">First moment (UTC).</param>
/// <param name="Operator">The operator; <c>null</c> when nobody is named any more.</param>
public sealed record ResponsibilityPeriod(DateTimeOffset From, ThingId? Operator);
