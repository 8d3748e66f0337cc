using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>What an update would write.</summary>
/// <param name="Thing">The thing of the passport.</param>
/// <param name="Issuer">Who claims it.</param>
/// <param name="Statements">What is new; none when everything holds already.</param>
internal sealed record DppEdit(Thing Thing, string Issuer, IReadOnlyList<Statement> Statements);
