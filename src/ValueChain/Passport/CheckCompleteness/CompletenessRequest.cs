namespace Voltloop.Passport.CheckCompleteness;

/// <summary>What to check against, from the query.</summary>
/// <param name="On">Day, ISO 8601; today (UTC) when absent.</param>
/// <param name="Category">Category; the one the passport states when absent.</param>
/// <param name="Clock">Says which day is today.</param>
internal readonly record struct CompletenessRequest(DateOnly? On, string? Category, TimeProvider Clock);
