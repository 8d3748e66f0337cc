using Voltloop.Record.Statements;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model;

/// <summary>A fact found in a payload.</summary>
/// <param name="Term">What it states.</param>
/// <param name="Value">In the unit of the term.</param>
/// <param name="ValidFrom">From when on; <c>null</c> when the payload does not say.</param>
/// <param name="Pointer">JSON pointer to where it was found.</param>
internal sealed record PayloadFact(Term Term, StatementValue Value, DateTimeOffset? ValidFrom, string Pointer);
