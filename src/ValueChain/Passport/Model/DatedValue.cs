using Voltloop.Record.Statements;

namespace Voltloop.Passport.Model;

/// <summary>A value with the moment from which it is valid.</summary>
/// <param name="Value">In the unit of the term.</param>
/// <param name="ValidFrom">UTC, in whole microseconds; <c>null</c> when the dialect does not say.</param>
internal readonly record struct DatedValue(StatementValue Value, DateTimeOffset? ValidFrom = null);
