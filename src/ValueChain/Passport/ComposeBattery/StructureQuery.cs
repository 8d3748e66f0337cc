using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.ComposeBattery;

/// <summary>How much of a tree to read.</summary>
/// <param name="Depth">Levels below the battery, 0 to 8.</param>
/// <param name="AsOf">Moments.</param>
/// <param name="Audience">Who reads.</param>
public sealed record StructureQuery(int Depth, AsOf AsOf, string Audience)
{
    /// <summary>Pack, module, cell.</summary>
    public const int UsualDepth = 2;

    /// <summary>Most passports that one answer resolves; deeper ones are asked for by themselves.</summary>
    public const int MaxNodes = 2000;

    /// <summary>The query for a depth.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/>.</exception>
    public static StructureQuery Of(int? depth, AsOf asOf, string audience) => (depth ?? UsualDepth) is var levels and >= 0 and <= CompositionRules.MaxDepth
        ? new StructureQuery(levels, asOf, audience)
        : throw new ProblemException(CommonProblems.BadRequest, $"depth must be 0 to {CompositionRules.MaxDepth} (CompositionRules.MaxDepth).", "depth");
}
