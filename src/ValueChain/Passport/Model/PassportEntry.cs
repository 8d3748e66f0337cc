using Voltloop.Record.Statements;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model;

/// <summary>One value of a passport.</summary>
/// <param name="Term">What it states.</param>
/// <param name="Recorded">The statement with its place in the record: the provenance of the value.</param>
/// <param name="FromModel">True when the item resolves it from its model.</param>
public sealed record PassportEntry(Term Term, RecordedStatement Recorded, bool FromModel);
