using Voltloop.Core.Time;

namespace Voltloop.Passport.ExportPassport;

/// <summary>For whom and as of when to export.</summary>
/// <param name="Audience">Who will read it.</param>
/// <param name="AsOf">Moment of the view.</param>
internal sealed record ExportScope(string Audience, AsOf AsOf);
