using Voltloop.Core.Time;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.Model;

/// <summary>What the record holds for a passport.</summary>
/// <param name="Thing">The item or model.</param>
/// <param name="AsOf">Moment of the view.</param>
/// <param name="Own">Statements about the thing.</param>
/// <param name="OfModel">Statements about its model; empty for models.</param>
internal sealed record PassportSource(
    Thing Thing, AsOf AsOf, IReadOnlyList<RecordedStatement> Own, IReadOnlyList<RecordedStatement> OfModel);
