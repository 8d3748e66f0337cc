using Voltloop.Core.Identities;
using Voltloop.Passport.Model;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ComposeBattery;

/// <summary>Batteries that come into another.</summary>
/// <param name="Whole">The battery they come into; it may be about to be created.</param>
/// <param name="Components">All that come in.</param>
/// <param name="From">Batteries out of which they may be taken.</param>
internal sealed record Placing(Thing Whole, IReadOnlyList<ThingId> Components, IReadOnlyList<PassportView> From);
