using Voltloop.Core.Problems;

namespace Voltloop.Passport.ProvePassport;

/// <summary>Names of the forms in which a passport carries its proof.</summary>
internal static class ProofFormat
{
    public const string VcJwt = "vc-jwt";
    public const string DataIntegrity = "data-integrity";
    public const string SdJwt = "sd-jwt";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [VcJwt, DataIntegrity, SdJwt];

    public static bool IsKnown(string name) => All.Contains(name, StringComparer.Ordinal);

    /// <summary>Media type of a form.</summary>
    public static string MediaType(string name) => name switch
    {
        VcJwt => "application/vc+jwt",
        SdJwt => "application/vc+sd-jwt",
        _ => "application/vc",
    };

    /// <summary>Refuses a name that is none.</summary>
    public static string Require(string? name) => name is null ? VcJwt
        : IsKnown(name) ? name
        : throw new ProblemException(CommonProblems.BadRequest, $"There is no proof format \"{name}\".", "format", $"Use one of {string.Join(", ", All)}.");
}
