using Voltloop.Core.Identities;

namespace Voltloop.Passport.AssessReadiness;

/// <summary>What to assess, from the query.</summary>
/// <param name="On">Day, ISO 8601; the day the passport becomes law, or today when that has passed, when absent.</param>
/// <param name="Model">Identifier of a model; all when absent.</param>
/// <param name="Clock">Says which day is today.</param>
internal readonly record struct ReadinessRequest(DateOnly? On, string? Model, TimeProvider Clock)
{
    /// <summary>The day asked for.</summary>
    public DateOnly Day => On ?? PassportDay.Or(Clock);

    /// <summary>The model asked for.</summary>
    public ThingId? ModelId => string.IsNullOrWhiteSpace(Model) ? null : ThingId.Parse(Model);
}
