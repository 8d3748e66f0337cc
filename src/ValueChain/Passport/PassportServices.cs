using Voltloop.Passport.CheckCompleteness;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.ReadPassport;

namespace Voltloop.Passport;

/// <summary>What the faces of the room work with.</summary>
internal sealed record PassportServices(
    PassportReader Passports, PassportExporter Exporter, CompletenessReader Completeness)
{
    /// <summary>Rendered passports.</summary>
    public required PassportCache Cache { get; init; }
}
