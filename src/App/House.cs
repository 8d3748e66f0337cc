using Voltloop.Health;
using Voltloop.Passport;
using Voltloop.Quality;
using Voltloop.Tracing;
using Voltloop.Web.Composition;

namespace Voltloop.App;

/// <summary>The rooms that stand in this build, in the order of their pages.</summary>
public static class House
{
    /// <summary>All rooms.</summary>
    public static IReadOnlyList<ICapability> Rooms { get; } = [new PassportModule(), new HealthModule(), new QualityModule(), new TracingModule()];
}
