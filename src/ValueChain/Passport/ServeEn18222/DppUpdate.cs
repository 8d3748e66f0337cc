using Voltloop.Record.Things;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>A passport that was updated.</summary>
/// <param name="Thing">Its thing.</param>
/// <param name="Version">Version that the update made; <c>null</c> when everything held already and nothing was written.</param>
internal sealed record DppUpdate(Thing Thing, string? Version);
